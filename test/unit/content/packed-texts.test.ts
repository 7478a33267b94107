import { deserialize, serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
import { compacted, PackedTexts, unpackMoved } from '../../../src/content/packed-texts.ts';
import type { Catalogue } from '../../../src/model/catalogue.ts';
import { textsIn } from '../../../src/model/translation.ts';
import { contentFolder, today } from '../../support/content-folder.ts';

/** All that a catalogue says, maps written out in their order. */
const written = (catalogue: Catalogue | undefined): string =>
  JSON.stringify(catalogue, (_, part: unknown) => (part instanceof Map ? [...part] : part));

test('a catalogue says the same, whether its translations are kept as bytes or not, here and in another thread', async () => {
  const contentDir = contentFolder();
  const packed = new PackedTexts();
  const plain = await loadCatalogue({ contentDir, today });
  const small = await loadCatalogue({ contentDir, today, packed });
  expect(packed.pieces).not.toHaveLength(0);
  expect(small.problems).toEqual(plain.problems);
  expect(written(small.value)).toBe(written(plain.value));

  const moved = deserialize(serialize(small.value)) as Catalogue;
  unpackMoved(moved, new PackedTexts(packed.pieces));
  expect(written(moved)).toBe(written(plain.value));
  expect(written(compacted(small.value!, packed))).toBe(written(plain.value));
  const texts = (catalogue: Catalogue) => textsIn(catalogue.offers.get('sprachcafe')!, 'en');
  expect(texts(moved).text('title')).toEqual(texts(plain.value!).text('title'));
  expect(texts(moved).body).toEqual(texts(plain.value!).body);
});

test('what is wrong with a translation is found in its bytes, and its text is there to be shown', async () => {
  const contentDir = contentFolder('translation-unused-field');
  const plain = await loadCatalogue({ contentDir, today });
  const small = await loadCatalogue({ contentDir, today, packed: new PackedTexts() });
  expect(plain.problems).not.toHaveLength(0);
  expect(small.problems).toEqual(plain.problems);
  expect(small.sources).toEqual(plain.sources);
});

test('a document comes back from its bytes as it was, however many there are, and stays itself where bytes cannot say it', () => {
  const texts = new PackedTexts();
  const documents = Array.from({ length: 3000 }, (_, number) => ({
    file: `offers/${number}.ar.md`,
    data: { title: `عنوان ${number}`, list: ['“”', null, number / 3, true, { deep: '\u{1F600}' }] },
    body: 'نص '.repeat(number % 700),
  }));
  const packed = documents.map((document) => texts.pack(document));
  expect(texts.pieces.length).toBeGreaterThan(1);
  for (const [number, { file, data, body }] of packed.entries())
    expect({ file, data, body }).toEqual(documents[number]);
  expect(packed[7]!.data).toEqual(documents[7]!.data);

  const odd = { file: 'offers/odd.en.md', data: { price: Infinity }, body: '' };
  expect(texts.pack(odd)).toBe(odd);
});
