import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** Files that a document links to or shows, without anchors. */
function targetsIn(file: string): string[] {
  const text = readFileSync(file, 'utf8').replace(/^```[^]*?^```/gm, '');
  return Array.from(text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g), ([, target]) => target!)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => join(dirname(file), target));
}

it.each(documents)('%s: every link leads to a file', (file) => {
  expect(targetsIn(file).filter((target) => !existsSync(target))).toEqual([]);
});

it('every picture is shown somewhere', () => {
  const shown = new Set(documents.flatMap(targetsIn));
  const pictures = readdirSync('docs/de/bilder').map((name) => join('docs/de/bilder', name));
  expect(pictures.filter((picture) => !shown.has(picture))).toEqual([]);
});

it.each([
  ['angebot-in-fuenf-minuten', ['Jetzt absenden', 'Angebot melden', 'Nicht in der Liste: eine neue Organisation']],
  ['korrigieren', ['Alles stimmt noch', 'Dieses Angebot ändern', 'Das Angebot gibt es nicht mehr', 'Stimmt das noch?']],
])('%s names buttons as the site does', (name, labels) => {
  const guide = readFileSync(`docs/de/${name}.md`, 'utf8');
  const texts = readFileSync('src/i18n/texts/de.yml', 'utf8');
  for (const label of labels) {
    expect(guide).toContain(label);
    expect(texts).toContain(label);
  }
});
