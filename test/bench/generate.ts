/**
 * Writes a content folder of any size, invented but valid, the same for the same call.
 * Run: npm run bench:generate -- --offers 1000 --languages 10 --towns 10 --out folder
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { inventContent, inventedLanguages, type Wish } from './invent-content.ts';

/** Writes all files; gives their number and bytes. */
export function writeContent(folder: string, wish: Wish): { files: number; bytes: number } {
  const made = new Set<string>();
  let files = 0;
  let bytes = 0;
  for (const [path, text] of inventContent(wish)) {
    const file = join(folder, path);
    if (!made.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    made.add(dirname(file));
    writeFileSync(file, text);
    files += 1;
    bytes += Buffer.byteLength(text);
  }
  return { files, bytes };
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      offers: { type: 'string', default: '1000' },
      languages: { type: 'string', default: '10' },
      towns: { type: 'string', default: '10' },
      translated: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
    },
  });
  if (values.out === undefined) {
    console.error('--out names the folder to write: npm run bench:generate -- --offers 1000 --out folder');
    process.exit(2);
  }
  const languages = inventedLanguages.slice(0, Number(values.languages));
  const { files, bytes } = writeContent(values.out, {
    offers: Number(values.offers),
    languages,
    towns: Number(values.towns),
    translated: Number(values.translated),
    seed: Number(values.seed),
  });
  console.log(`${files} files, ${(bytes / 1e6).toFixed(1)} MB → ${values.out}`);
}
