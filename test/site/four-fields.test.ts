import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite, runCommand } from '../support/build-site.ts';
import { partOf, tablesIn, visibleText } from '../support/page-text.ts';
import { listFiles, readPage, referencesIn } from '../support/site-files.ts';

const content = join(import.meta.dirname, '../sites/four-fields');
const site = join(import.meta.dirname, '../.output/four-fields');

beforeAll(async () => {
  await rm(site, { recursive: true, force: true });
  await buildSite(content, site);
});

describe('a town with four fields of action', () => {
  test('lacks nothing but what the network has not reached yet', async () => {
    const { stdout } = await runCommand('check', ['--format', 'json'], { CONTENT_DIR: content });
    expect(Array.from(stdout.matchAll(/"code": ?"([^"]+)"/g), ([, code]) => code)).toEqual(['target-unmet']);
  });

  test.each([
    ['de', ['Bildung und Sprache', 'Partizipation', 'Kulturelle Vielfalt', 'Arbeitsmarkt']],
    ['ar', ['التعليم واللغة', 'المشاركة', 'التنوع الثقافي', 'سوق العمل']],
  ])('shows its own fields, not the ones that come with the project: %s', async (lang, names) => {
    const page = await readPage(site, `${lang}/netzwerke/netzwerk-rabenfurt/`);
    for (const name of names) expect(page).toContain(name);
    expect(page).not.toContain('Gesundheit');
  });

  test('leads from the network to its meetings, past and to come', async () => {
    const links = referencesIn(await readPage(site, 'de/netzwerke/netzwerk-rabenfurt/'));
    expect(links).toContain('/de/termine/treffen-2026-06/');
    expect(links).toContain('/de/termine/treffen-2027-01/');
  });
});

describe('gaps', () => {
  // Counted by hand in test/sites/four-fields/offers: seven run or will; one pauses, one is over.
  test('count offers by field and language', async () => {
    const [offers] = tablesIn(await readPage(site, 'de/luecken/field-of-action-offer-language/'));
    expect(offers).toMatchObject({
      'Bildung und Sprache': {
        Deutsch: '3',
        Englisch: '0',
        Arabisch: '2',
        Türkisch: '0',
        Ukrainisch: '1',
        Zusammen: '3',
      },
      Partizipation: { Deutsch: '4', Englisch: '1', Arabisch: '2', Türkisch: '1', Ukrainisch: '1', Zusammen: '4' },
      'Kulturelle Vielfalt': {
        Deutsch: '1',
        Englisch: '0',
        Arabisch: '0',
        Türkisch: '1',
        Ukrainisch: '0',
        Zusammen: '1',
      },
      Arbeitsmarkt: { Deutsch: '2', Englisch: '1', Arabisch: '0', Türkisch: '0', Ukrainisch: '0', Zusammen: '2' },
      Zusammen: { Deutsch: '7', Englisch: '2', Arabisch: '3', Türkisch: '1', Ukrainisch: '1', Zusammen: '7' },
    });
  });

  test('lead from a cell to its offers', async () => {
    const page = await readPage(site, 'de/luecken/field-of-action-offer-language/');
    const [cell] = /<a href="#([^"]+)">2<\/a>/.exec(page)?.slice(1) ?? [];
    expect(referencesIn(partOf(page, cell ?? '')).sort()).toEqual([
      '/de/angebote/deutschkurs/',
      '/de/angebote/sprachcafe/',
    ]);
  });

  test('say that people reached are partly estimated, and of how many offers they are known', async () => {
    const text = visibleText(await readPage(site, 'de/luecken/field-of-action-offer-language/'));
    expect(text).toMatch(/Erreichte Menschen \(geschätzt\) 65/);
    expect(text).toContain('2 von 7');
  });

  test('name no number of needs below the minimum, nor one by which it could be reckoned', async () => {
    const [, needs] = tablesIn(await readPage(site, 'de/luecken/field-of-action-offer-language/'));
    expect(needs).toMatchObject({
      'Bildung und Sprache': { Zusammen: 'nicht genannt' },
      Arbeitsmarkt: { Zusammen: 'weniger als 5' },
      Zusammen: { Zusammen: '9' },
    });
  });

  test('what a need says in words is in no file', async () => {
    for (const file of await listFiles(site)) {
      if (/\.(html|json|js|csv|ics|xml|txt)$/.test(file)) {
        expect((await readPage(site, file)).includes('Geheim:'), file).toBe(false);
      }
    }
  });

  test('begin with what the network expects and does not have', async () => {
    const page = await readPage(site, 'de/luecken/');
    expect(visibleText(partOf(page, 'vorgabe-beratung-sprachen'))).toMatch(/Erfüllt: 1 von 2.*Ukrainisch.*Rabenfurt/);
    expect(visibleText(partOf(page, 'vorgabe-kurs-mit-betreuung'))).toContain('Erfüllt: 1 von 1');
    expect(page.indexOf('vorgabe-beratung-sprachen')).toBeLessThan(page.indexOf('vorgabe-kurs-mit-betreuung'));
  });

  test('can be read as a table of its own', async () => {
    const folder = 'de/luecken/field-of-action-offer-language';
    const csv = await readPage(site, `${folder}/field-of-action-offer-language.csv`);
    expect(csv).toContain('Partizipation');
  });
});

describe('concept', () => {
  test.each([
    ['sprache', 'Erreicht Maßnahmen: 2'],
    ['mitreden', 'Auf dem Weg Maßnahmen: 2'],
    ['vielfalt', 'Noch nicht begonnen Maßnahmen: 2'],
    ['praxis', 'Nicht erreicht Maßnahmen: 1'],
  ])('the measures of the goal %s come to: %s', async (goal, words) => {
    expect(visibleText(partOf(await readPage(site, 'de/konzept/konzept-2026/'), `ziel-${goal}`))).toContain(words);
  });

  test('a measure past its planned end is late, one that another carries on is not', async () => {
    const late = (page: string, goal: string) => visibleText(partOf(page, `ziel-${goal}`)).includes('Verspätet: 1');
    expect(late(await readPage(site, 'de/konzept/konzept-2026/'), 'mitreden')).toBe(true);
    expect(late(await readPage(site, 'de/konzept/konzept-2020/'), 'sprache-2020')).toBe(false);
  });

  test('two editions are told apart: what is new, goes on, is left out', async () => {
    const page = visibleText(await readPage(site, 'de/konzept/vergleich/'));
    expect(page).toMatch(
      /Ziele Neu In Betrieben lernen Vielfalt zeigen Geht weiter .* Nicht fortgeführt Arbeit finden/,
    );
    expect(page).toContain('vorher: läuft – jetzt: dauerhaft eingeführt');
    expect(page).toMatch(/Abgeschlossen Abendkurs erreicht Nicht fortgeführt Stadtteilforum nicht erreicht/);
  });
});

test('the page about the state is left out with one line', async () => {
  expect((await listFiles(site)).filter((file) => file.includes('/stand/'))).toEqual([]);
});
