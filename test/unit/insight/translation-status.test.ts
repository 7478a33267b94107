import { expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
import { readContent } from '../../../src/content/read-content.ts';
import {
  countStates,
  countWords,
  publishedEntries,
  translatedEntries,
  translationWork,
} from '../../../src/insight/translation-status.ts';
import { changedOffer, contentFolder, today, validFile } from '../../support/content-folder.ts';

it('says the same of a folder and of what is published, but for what nobody sees', async () => {
  const draft = validFile('offers/sprachcafe.md').replace('status: active', 'status: draft');
  const ended = validFile('offers/sprachcafe.md').replace('status: active', 'status: ended');
  const contentDir = contentFolder(undefined, {
    ...changedOffer('kleinen', 'runden'),
    'offers/entwurf.md': draft,
    'offers/vorbei.md': ended,
  });
  const all = translatedEntries(readContent(contentDir).value);
  const { value: catalogue } = await loadCatalogue({ contentDir, today });
  const published = publishedEntries(catalogue!);
  const files = (entries: typeof all): string[] => entries.map(({ file }) => file).sort();
  const ofTheGuide = published.filter(({ file }) => /^(offers|organisations|places|pages)\//.test(file));
  expect(files(ofTheGuide)).toEqual(['offers/frauenberatung.md', 'offers/sprachcafe.md', 'pages/de/impressum.md']);
  expect(files(published)).toContain('concept/measures/abendkurs.md');
  expect(files(published).filter((file) => file.startsWith('concept/needs/'))).toEqual([]);
  expect(files(all)).toEqual(files(published).concat('offers/entwurf.md', 'offers/vorbei.md').sort());
  expect(countStates(translationWork(ofTheGuide, 'en'))).toEqual({
    missing: 2,
    outdated: 1,
    machine: 0,
    reviewed: 0,
    current: 0,
  });
});

it('counts words, not marks', () => {
  expect(
    countWords({ collection: 'pages', data: { title: 'Über uns' }, body: '## Wir\n\n- **eins** – zwei\n- 3\n' }),
  ).toBe(6);
});
