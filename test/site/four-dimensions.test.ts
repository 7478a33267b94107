import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite, runCommand } from '../support/build-site.ts';
import { partOf, tablesIn, visibleText } from '../support/page-text.ts';
import { listFiles, readPage } from '../support/site-files.ts';

const content = join(import.meta.dirname, '../sites/four-dimensions');
const site = join(import.meta.dirname, '../.output/four-dimensions');

beforeAll(async () => {
  await rm(site, { recursive: true, force: true });
  await buildSite(content, site);
});

describe('a town that thinks in four dimensions', () => {
  test('its content is in order', async () => {
    expect((await runCommand('check', [], { CONTENT_DIR: content })).stdout).toBe('Everything is in order.\n');
  });

  // Counted by hand in test/sites/four-dimensions/offers; two offers belong to two dimensions.
  test('counts offers by dimension and kind', async () => {
    const [offers] = tablesIn(await readPage(site, 'de/luecken/field-of-action-type/'));
    expect(offers).toMatchObject({
      'Wissen und Sprache': { Kurs: '1', Veranstaltung: '1', Beratung: '0', Zusammen: '2' },
      'Teilhabe an Bildung und Arbeit': { Beratung: '1', Begleitung: '1', Kurs: '0', Zusammen: '2' },
      'Soziale Beziehungen im Alltag': { Treffpunkt: '2', Ehrenamt: '1', Zusammen: '3' },
      Zugehörigkeit: { Treffpunkt: '1', Veranstaltung: '2', Zusammen: '3' },
      Zusammen: { Zusammen: '8' },
    });
  });

  test('calls them what the town calls them', async () => {
    const [table] = /<table.*?<\/table>/s.exec(await readPage(site, 'de/luecken/field-of-action-type/')) ?? [''];
    expect(table).toContain('Dimensionen der Integration');
    expect(table).not.toContain('Handlungsfeld');
  });

  test('says them in the reader’s language', async () => {
    const [offers] = tablesIn(await readPage(site, 'en/luecken/field-of-action-type/'));
    expect(Object.keys(offers ?? {}).slice(0, 4)).toEqual([
      'Knowledge and language',
      'Participation in education and work',
      'Everyday social relations',
      'Sense of belonging',
    ]);
  });

  test.each([
    ['sprechen', '60 % des Weges zum Zielwert sind geschafft'],
    ['arbeiten', 'Der Zielwert ist erreicht. Der neueste Wert ist geschätzt oder noch vorläufig.'],
    ['sich-kennen', 'denn es fehlt ein Anfangswert'],
    ['dazugehoeren', 'Dazu lässt sich nichts sagen, denn es fehlt ein Wert.'],
  ])('the indicator of the goal %s says: %s', async (goal, words) => {
    const page = (await readPage(site, 'de/konzept/')).replaceAll('\u00A0', ' ');
    expect(visibleText(partOf(page, `ziel-${goal}`))).toContain(words);
  });

  test('a goal without measures says so', async () => {
    expect(visibleText(partOf(await readPage(site, 'de/konzept/'), 'ziel-dazugehoeren'))).toContain('Maßnahmen: 0');
  });

  test('a value that nobody has is a gap in the table of the series, not a zero', async () => {
    const [series] = tablesIn(await readPage(site, 'de/konzept/kennzahlen/bestandene-kurse/'));
    const year = Object.entries(series ?? {}).find(([day]) => day.includes('2024'));
    expect(Object.values(year?.[1] ?? {}).join(' ')).toContain('Prüfung umgestellt');
    expect(Object.values(year?.[1] ?? {})).not.toContain('0');
  });

  test('says what volunteers do, for how long and from which age', async () => {
    const text = visibleText(await readPage(site, 'de/ehrenamt/'));
    expect(text).toContain('Eine Familie im Alltag begleiten');
    expect(text).toContain('Zwei Stunden in der Woche');
    expect(text).toContain('ab 18 Jahren');
  });

  test('has a page about its state, as it did not leave it out', async () => {
    expect(await listFiles(site)).toContain('de/stand/index.html');
  });

  test('has no pages of what it does not have, and no links to them', async () => {
    const files = await listFiles(site);
    for (const folder of ['netzwerke', 'termine', 'foerderung']) {
      expect(files.filter((file) => file.startsWith(`de/${folder}/`))).toEqual([]);
      expect(await readPage(site, 'de/konzept/')).not.toContain(`/de/${folder}/`);
    }
  });
});
