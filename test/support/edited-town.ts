import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogue } from '../../src/catalogue.ts';
import { groundOf } from '../../src/pages/booklet/printed-booklets.ts';
import { today } from './content-folder.ts';

const fixtures = join(import.meta.dirname, '../fixtures');

/** The catalogue of another town, whose only offer is called as is said here. */
const foreignCatalogue = (title: string): string =>
  readFileSync(join(fixtures, 'invalid/source-area-unknown/federation/neustadt.json'), 'utf8')
    .replace('"altstadt"', '"neustadt"')
    .replaceAll('Formularhilfe', title);

/** The copy of another town's catalogue with its note, as `npm run federate` writes them. */
export function federationFiles(title: string): Readonly<Record<string, string>> {
  const copy = foreignCatalogue(title);
  const sha256 = createHash('sha256').update(copy).digest('hex');
  return {
    'federation/neustadt.json': copy,
    'federation/copies.yml': `neustadt: { sha256: ${sha256}, fetched: 2026-02-02, offers: 1 }\n`,
  };
}

/** Where the booklets of the town lie; beside its content it would have to be cleared away, too. */
export const bookletsIn = (contentDir: string): string => join(contentDir, 'hefte');

/** A booklet of all offers as they are now, as `npm run pdf` leaves it; nothing where the content has errors. */
export async function bookletFiles(contentDir: string, text: string): Promise<Readonly<Record<string, string>>> {
  const { value } = await loadCatalogue({ contentDir, today });
  if (!value) return {};
  const offers = Object.fromEntries(
    [...value.offers.values()].flatMap((offer) =>
      offer.standing === 'ended' || offer.homes ? [] : [[offer.id, groundOf(offer, value)]],
    ),
  );
  const file = 'de/ort-lindenau.pdf';
  const booklet = { lang: 'de', kind: 'town', id: 'lindenau', file, pages: 2, bytes: text.length, date: today };
  return {
    [`hefte/${file}`]: text,
    'hefte/hefte.json': JSON.stringify({ booklets: [{ ...booklet, content: '0', offers }] }),
  };
}

export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

/** Writes a small town in two languages that has something of everything into the folder. */
export async function writeEditedTown(folder: string): Promise<void> {
  cpSync(join(fixtures, 'valid'), folder, { recursive: true });
  cpSync(join(fixtures, 'everything'), folder, { recursive: true });
  appendFileSync(
    join(folder, 'site.yml'),
    'url: https://lotse.example.org\npreview_images: [de]\nsources:\n  - { id: neustadt, from: https://neustadt.example.org/data/catalogue.json }\n',
  );
  writeFiles(folder, federationFiles('Formularhilfe'));
  writeFiles(folder, await bookletFiles(folder, 'PDF'));
}
