/**
 * What the `yaml` package alone takes to parse the sheets of a content folder: nothing is checked, nothing is kept.
 * Run: node --import tsx test/bench/parse-alone.ts <content>
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const folder = process.argv[2] ?? 'content';
for (const name of readdirSync(folder, { recursive: true }) as string[]) {
  if (!name.endsWith('.md')) continue;
  const text = readFileSync(join(folder, name), 'utf8');
  parse(text.slice(4, text.indexOf('\n---', 4)));
}
