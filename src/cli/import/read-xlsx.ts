import { readSheet } from 'read-excel-file/node';
import { writeZip } from '../../exports/spreadsheet/write-zip.ts';
import { unzip, type ZipProblem } from './unzip.ts';

/** The parts of a workbook that hold cells; pictures, macros and whatever else is never unpacked. */
const isWanted = (name: string): boolean =>
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml))$/.test(
    name,
  );

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Spreadsheets count days since 1899-12-30; a time of day is a date without days. */
function textOfDate(date: Date): string {
  const time = `${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`;
  if (date.getUTCFullYear() < 1901) return time;
  return date.toISOString().slice(0, 10);
}

/** The cells of the first sheet as text; formulas count as the value that was saved with them. */
export async function readXlsx(bytes: Buffer): Promise<string[][] | { readonly problem: ZipProblem }> {
  const files = unzip(bytes, isWanted);
  if ('problem' in files) return files;
  if (!files.has('xl/workbook.xml')) return { problem: 'not-a-zip' };
  const bounded = writeZip(files);
  try {
    const rows = await readSheet(bounded, 1, { trim: false });
    return rows.map((row) =>
      row.map((cell: unknown) => {
        if (cell instanceof Date) return textOfDate(cell);
        return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
      }),
    );
  } catch {
    return { problem: 'not-a-zip' };
  }
}
