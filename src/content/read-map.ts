import { diagnose } from '../model/diagnostic-codes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { OpenFolder } from './open-folder.ts';
import { isDeeperThan } from './is-deeper-than.ts';
import { positionOf } from './text-position.ts';
import type { Document } from './read-document.ts';

const folder = 'map';

/** GeoJSON is eight deep. */
const deepest = 20;

function parse(file: string, text: string): Document | Diagnostic {
  if (isDeeperThan(deepest, text)) return diagnose('not-geojson', file, {});
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const [, offset] = /at position (\d+)/.exec((error as Error).message) ?? [];
    return diagnose('not-geojson', file, {}, offset === undefined ? {} : { at: positionOf(text, Number(offset)) });
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { file, data: value as Document['data'], body: '' }
    : diagnose('not-geojson', file, {});
}

/** The files in `map/`, by their names without ending: parsed, not yet checked. */
export function readMap(content: OpenFolder, problems: Diagnostic[]): Document[] {
  return content.list(folder).flatMap(({ name, isFolder }): Document[] => {
    const file = `${folder}/${name}`;
    if (isFolder || !/^[a-z0-9-]+\.geojson$/.test(name)) {
      const suggestion = !isFolder && name.endsWith('.json') ? name.replace(/\.json$/, '.geojson') : '';
      problems.push(diagnose('unexpected-file', file, { name, suggestion }));
      return [];
    }
    const text = content.read(file);
    if (text === undefined) return [];
    const parsed = parse(file, text);
    if ('code' in parsed) {
      problems.push(parsed);
      return [];
    }
    return [parsed];
  });
}

/** `map/brinkenau.geojson` → `brinkenau`. */
export const mapFileId = (file: string): string => file.replace(/^map\/|\.geojson$/g, '');
