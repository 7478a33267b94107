import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
import { ContentCache } from '../../../src/content/content-cache.ts';
import { LazyTranslation, withPlainTranslations } from '../../../src/content/lazy-translation.ts';
import type { Catalogue } from '../../../src/model/catalogue.ts';
import { digestOf } from '../../../src/model/entry-digest.ts';
import { contentFolder, today } from '../../support/content-folder.ts';

/** All that a catalogue says, maps written out in their order. */
const written = (catalogue: Catalogue): string =>
  JSON.stringify(catalogue, (_, part: unknown) => (part instanceof Map ? [...part] : part));

/** The catalogue as the next process makes it, from what this one has left. */
async function loadedAgain(contentDir: string, cache = new ContentCache()): Promise<Catalogue> {
  await loadCatalogue({ contentDir, today, cache });
  return (await loadCatalogue({ contentDir, today, cache: new ContentCache(cache.pack()) })).value!;
}

test('what is taken from kept documents only when somebody asks says what was read from the files', async () => {
  const contentDir = contentFolder();
  const plain = (await loadCatalogue({ contentDir, today })).value!;
  const again = await loadedAgain(contentDir);
  const translation = again.offers.get('sprachcafe')!.translations.get('en');
  expect(translation).toBeInstanceOf(LazyTranslation);
  expect(() => Object.assign(translation!.data, { title: 'Other' })).toThrow(TypeError);
  expect(written(again)).toBe(written(plain));
  expect(written(deserialize(serialize(withPlainTranslations(again))) as Catalogue)).toBe(written(plain));
});

test('the digest of an entry is the same in the next process, and another one after a change in it or around it', async () => {
  const contentDir = contentFolder();
  const digests = async (): Promise<readonly unknown[]> => {
    const { offers, organisations } = await loadedAgain(contentDir);
    return [offers.get('sprachcafe')!, ...organisations.values()].map(digestOf);
  };
  const [first, ...others] = await digests();
  expect(first).toEqual(expect.any(String));
  expect(await digests()).toEqual([first, ...others]);

  appendFileSync(join(contentDir, 'offers/sprachcafe.en.md'), '\nOne more sentence.\n');
  const [changed, ...unchanged] = await digests();
  expect(changed).toEqual(expect.any(String));
  expect(changed).not.toBe(first);
  expect(unchanged).toEqual(others);

  appendFileSync(join(contentDir, 'site.yml'), '\n# Nothing\n');
  expect((await digests())[0]).not.toBe(changed);
});
