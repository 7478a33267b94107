import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
import type { Terminal } from '../../../src/cli/check.ts';
import { importOffers } from '../../../src/cli/import.ts';
import { renderMarkdown } from '../../../src/content/markdown.ts';
import { readContent } from '../../../src/content/read-content.ts';
import { readForeignCatalogue } from '../../../src/federation/foreign-catalogue.ts';
import { mergeSources } from '../../../src/federation/merge-sources.ts';
import { checkHandIn } from '../../../src/inbox/check-hand-in.ts';
import { parseRequest } from '../../../src/inbox/hand-in.ts';
import { listOutputs } from '../../../src/pages/list-outputs.ts';
import { contentFolder, today, validFile } from '../../support/content-folder.ts';
import { listFiles } from '../../support/site-files.ts';
import { stubAssets } from '../../support/stub-assets.ts';
import { openTown } from '../search/town.ts';
import { draw, hostileText, spoil, spoilData, wholeCases } from './hostile-values.ts';
import { faultsIn } from './safe-output.ts';

const timeout = 120_000;
const share = (part: number): number => Math.ceil(wholeCases * part);

test(
  'a description is text and the few marks that are allowed, whatever is written in it',
  () => {
    for (const text of draw(hostileText, share(0.1))) {
      for (const markdown of [text, `- ${text}`, `[${text}](${text})`, `**${text}**`])
        expect(faultsIn(`<!doctype html><title>x</title>${renderMarkdown(markdown)}`), markdown.slice(0, 200)).toEqual(
          [],
        );
    }
  },
  timeout,
);

test(
  'a catalogue of another town that has been tampered with gives what is sound in it, and nothing else',
  async () => {
    const { value: own } = await loadCatalogue({ contentDir: contentFolder(), today });
    const groups = listOutputs(own!, {
      placement: { basePath: '/', siteUrl: 'https://example.org', assets: stubAssets },
      files: new Map(),
      media: new Map(),
      gallery: false,
    });
    const published = groups.get('exports')!.find(({ path }) => path === 'data/catalogue.json')!;
    const good: unknown = JSON.parse(published.render().toString());
    for (const data of draw(spoilData(good), share(0.02))) {
      const { value } = readForeignCatalogue(JSON.stringify(data), 'DE');
      if (value) mergeSources(own!, [{ id: 'nachbar', title: { de: 'Nachbar' }, catalogue: value, map: {} }]);
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  },
  timeout,
);

test(
  'a hand-in is refused or becomes a file of its own that the check has read',
  () => {
    const content = readContent(contentFolder()).value;
    const data = content.entries.offers.get('sprachcafe')!.source!.data;
    const good = {
      kind: 'offer',
      lang: 'de',
      data,
      body: 'Ein Text.',
      proof: { challenge: 'x', nonce: 'y' },
    };
    const files = new Set<string>();
    for (const request of draw(spoilData(good), share(0.02))) {
      const { value } = parseRequest(Buffer.from(JSON.stringify(request)));
      if (value) files.add(checkHandIn(content, value.handIn, today).file);
    }
    expect(files.size).toBeGreaterThan(1);
    for (const file of files) expect(file).toMatch(/^(?:offers|needs|concept\/needs|organisations)\/[a-z0-9-]+\.md$/);
  },
  timeout,
);

test(
  'a table that somebody exported badly is read or refused; no file is written outside of its place',
  async () => {
    const folder = contentFolder();
    const good =
      'id;Titel;Kurzbeschreibung;Art;Träger;Telefon\nnaehtreff;Nähtreff;Nähen und reden;Treffpunkt;verwaltung;+49 221 4710200\n';
    const silent = { out: () => true, err: () => true, env: { CONTENT_DIR: folder, BUILD_DATE: today, LANG: 'de' } };
    const before = await listFiles(folder);
    for (const [index, bytes] of draw(spoil(good), share(0.01)).entries()) {
      const ending = ['csv', 'json', 'xlsx', 'txt'][index % 4] ?? 'csv';
      const file = join(folder, `table-${index}.${ending}`);
      writeFileSync(file, bytes);
      expect([0, 1, 2]).toContain(await importOffers([file], silent as unknown as Terminal));
    }
    const added = (await listFiles(folder)).filter((file) => !before.includes(file));
    expect(added.filter((file) => !/^(?:offers|imports)\/[a-z0-9-]+\.(?:md|yml)$|^table-/.test(file))).toEqual([]);
  },
  timeout,
);

test(
  'a search is answered, whatever is asked',
  async () => {
    const { search } = await openTown();
    for (const text of draw(hostileText, share(0.03))) expect(Array.isArray(await search(text))).toBe(true);
  },
  timeout,
);

test('the good file that is spoilt here is good', async () => {
  const { problems } = await loadCatalogue({
    contentDir: contentFolder(undefined, { 'offers/copy.md': validFile('offers/sprachcafe.md') }),
    today,
  });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});
