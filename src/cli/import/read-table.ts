import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { isDeeperThan } from '../../content/is-deeper-than.ts';
import { decodeText, readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { servicesIn } from '../../datasheet/import-hsds.ts';
import { isNewer, isOwnCatalogue, readOwnCatalogue, type OwnCatalogue } from '../../datasheet/own-catalogue.ts';

export type ReadProblem =
  | 'too-large'
  | 'not-a-zip'
  | 'encrypted'
  | 'not-json'
  | 'newer'
  | 'no-services'
  | 'unknown-type'
  | 'empty'
  | 'too-many-rows';

/** Far above what an office exports; keeps a hostile file from filling the memory. */
const fileLimit = 20_000_000;
/** A whole catalogue in sixteen languages. */
const catalogueLimit = 64_000_000;
const rowLimit = 20_000;
/** Of what is read, an offer of Open Referral goes deepest: about ten. */
const deepest = 60;

export interface Table {
  readonly kind: 'table';
  readonly headings: readonly string[];
  /** `number` is the line in the file, counted from 1 like in a spreadsheet. */
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
}

export interface Services {
  readonly kind: 'services';
  readonly services: readonly Readonly<Record<string, unknown>>[];
}

export interface Own {
  readonly kind: 'own';
  readonly catalogue: OwnCatalogue;
}

const filled = (row: readonly string[]): number => row.filter((cell) => cell.trim() !== '').length;

/** The first row with at least two filled cells names the columns; what stands above it is a title. */
function asTable(cells: readonly (readonly string[])[]): Table | { readonly problem: ReadProblem } {
  const head = cells.findIndex((row) => filled(row) >= 2);
  if (head === -1) return { problem: 'empty' };
  if (cells.length > rowLimit) return { problem: 'too-many-rows' };
  const seen = new Map<string, number>();
  const headings = cells[head]!.map((cell) => {
    const name = cell
      .replace(/\s+/g, ' ')
      .replace(/\s*\*$/, '')
      .trim();
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count > 1 && name !== '' ? `${name} (${count})` : name;
  });
  const rows = cells.slice(head + 1).map((row, index) => ({ number: head + index + 2, cells: row }));
  return { kind: 'table', headings, rows };
}

/** Reads XLSX, CSV, Open Referral JSON or the project's own, as the ending of the file and what is in it say. */
export async function readTable(path: string): Promise<Table | Services | Own | { readonly problem: ReadProblem }> {
  const { size } = statSync(path);
  if (size > (extname(path).toLowerCase() === '.json' ? catalogueLimit : fileLimit)) return { problem: 'too-large' };
  const bytes = readFileSync(path);
  switch (extname(path).toLowerCase()) {
    case '.xlsx': {
      const cells = await readXlsx(bytes);
      return 'problem' in cells ? cells : asTable(cells);
    }
    case '.csv':
    case '.tsv':
    case '.txt':
      return asTable(readCsv(bytes));
    case '.json': {
      let json: unknown;
      try {
        const text = decodeText(bytes).replace(/^\uFEFF/, '');
        if (isDeeperThan(deepest, text)) return { problem: 'not-json' };
        json = JSON.parse(text);
      } catch {
        return { problem: 'not-json' };
      }
      if (isOwnCatalogue(json)) {
        return isNewer(json) ? { problem: 'newer' } : { kind: 'own', catalogue: readOwnCatalogue(json) };
      }
      if (size > fileLimit) return { problem: 'too-large' };
      const services = servicesIn(json);
      return services ? { kind: 'services', services } : { problem: 'no-services' };
    }
    default:
      return { problem: 'unknown-type' };
  }
}
