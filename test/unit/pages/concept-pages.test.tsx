import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { Catalogue } from '../../../src/model/catalogue.ts';
import type { Goal, Indicator, Measure } from '../../../src/model/schema.generated.ts';
import { gapsFiles } from '../../../src/pages/matrix-data.ts';
import { routes } from '../../../src/pages/routes.ts';
import { createSiteModel, type SiteModel } from '../../../src/pages/site-model.ts';
import { linksOf } from '../../../src/pages/steering-links.ts';
import { catalogueOf, entries, entry, type OfferPart } from '../insight/sample-catalogue.ts';
import { makePage } from './small-catalogue.ts';

const measure = (goal: string, data: Partial<Measure> = {}): Measure => ({
  title: 'Ein Bus',
  summary: 'Der Bus fährt.',
  goal,
  status: 'running',
  status_since: '2025-05-01',
  responsible: 'verein',
  ...data,
});

const goal = (edition: string, data: Partial<Goal> = {}): Goal => ({
  title: 'Beratung überall',
  edition,
  field_of_action: 'arrival',
  ...data,
});

const wait: Indicator = {
  title: 'Wartezeit',
  unit: 'Wochen',
  definition: 'Zeit bis zum Kurs',
  direction: 'down',
  target: { value: 10, by: '2028-12-31' },
  series: [
    { date: '2022-12-31', value: 30, source: 'Umfrage', quality: 'estimated' },
    { date: '2023-12-31', value: null, source: 'Umfrage', quality: 'estimated', note: 'Nicht gefragt' },
    { date: '2024-12-31', value: 25, source: 'Kursplan', quality: 'measured' },
    { date: '2025-12-31', value: 20, source: 'Kursplan', quality: 'measured' },
  ],
};

const concept: Partial<Catalogue> = {
  editions: entries('concept/editions', {
    alt: { title: 'Konzept alt', period: { from: '2020-01-01' }, fields_of_action: ['arrival'], summary: 'Alt.' },
    neu: {
      title: 'Konzept neu',
      period: { from: '2025-01-01' },
      previous: 'alt',
      fields_of_action: ['arrival', 'language'],
      summary: 'Neu.',
    },
  }),
  goals: entries('concept/goals', {
    damals: goal('alt', { title: 'Beratung aufbauen' }),
    beratung: goal('neu', { continues: 'damals', indicators: ['wartezeit'] }),
    leer: goal('neu', { title: 'Noch nichts', field_of_action: 'language' }),
  }),
  measures: entries('concept/measures', {
    'bus-alt': measure('damals', { title: 'Erster Bus', status: 'achieved' }),
    bus: measure('beratung', { continues: 'bus-alt', funding: ['topf'] }),
    raum: measure('beratung', {
      title: 'Ein Raum',
      status: 'planned',
      planned: { until: '2025-12-31' },
      reason: 'Es fehlt ein Haus.',
    }),
  }),
  indicators: entries('concept/indicators', {
    wartezeit: wait,
    offen: { ...wait, title: 'Ohne Ziel', target: undefined },
  }),
  funding: entries('funding', { topf: { title: 'Der Topf', summary: 'Geld.' } }),
  events: entries('events', {
    sitzung: {
      title: 'Sitzung im März',
      kind: 'meeting',
      status: 'held',
      date: '2025-03-01',
      access: 'members',
      decisions: [{ title: 'Der Bus fährt', measures: ['bus'] }],
    },
  }) as Catalogue['events'],
};

const model = (offers: Readonly<Record<string, OfferPart>> = {}, rest: Partial<Catalogue> = concept): SiteModel =>
  createSiteModel(catalogueOf(offers, rest));

function pagesOf(name: string, of: SiteModel, lang = 'de'): Map<string, string> {
  const route = routes.find((candidate) => candidate.name === name);
  if (!route) throw new Error(name);
  return new Map(
    Array.from(route.items(of, lang), (item) => {
      const path = route.path(item);
      return [path, renderToString(route.render(item, of, makePage(of, lang, path)))];
    }),
  );
}

const only = (pages: Map<string, string>): string => {
  expect(pages.size).toBe(1);
  return [...pages.values()][0] ?? '';
};

const textOf = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('a town without a concept', () => {
  test('has no pages of it and no links to them', () => {
    const bare = model({}, {});
    for (const name of [
      'concept',
      'concept-print',
      'concept-compare',
      'measure',
      'indicator',
      'guideline',
      'gaps',
      'matrix',
    ])
      expect(pagesOf(name, bare).size, name).toBe(0);
    const paths = [...linksOf('plans', bare.catalogue), ...linksOf('figures', bare.catalogue)].map(({ path }) => path);
    expect(paths).not.toContain('konzept/');
    expect(paths).not.toContain('luecken/');
  });
});

describe('the concept', () => {
  const pages = pagesOf('concept', model());
  const front = textOf(pages.get('konzept/') ?? '');

  test('shows the edition that holds now at its own address and at that of the concept', () => {
    expect([...pages.keys()]).toEqual(['konzept/', 'konzept/neu/', 'konzept/alt/']);
    expect(pages.get('konzept/')).toMatch(/<h1[^>]*>Konzept neu/);
    expect(pages.get('konzept/alt/')).toMatch(/<h1[^>]*>Konzept alt/);
  });

  test('says of each measure how far it is, that it is late, and why', () => {
    expect(front).toMatch(/Ein Bus läuft/);
    expect(front).toMatch(/Ein Raum geplant verspätet/);
    expect(front).toContain('Es fehlt ein Haus.');
  });

  test('counts the measures of goal, field and whole, and makes no average', () => {
    expect(front).toMatch(/Auf dem Weg Maßnahmen: 2 geplant 1 läuft 1 Verspätet: 1/);
    expect(front).toMatch(/Noch nichts Noch keine Angaben Maßnahmen: 0/);
    expect(front).toContain('bilden keinen Durchschnitt');
  });

  test('is one page for paper, with contents whose every entry leads somewhere', () => {
    const print = pagesOf('concept-print', model()).get('konzept/neu/druck/') ?? '';
    for (const [, anchor] of print.matchAll(/href="#([^"]+)"/g)) expect(print).toContain(`id="${anchor}"`);
    expect(print).toContain('Ein Raum');
    expect(print).not.toContain('konzept/massnahmen/');
    expect(print).toContain('noindex');
  });

  test('tells what went on, came and went between two editions', () => {
    const text = textOf(only(pagesOf('concept-compare', model())));
    expect(text).toMatch(/Von „Konzept alt“ zu „Konzept neu“/);
    expect(text).toMatch(/Geht weiter Ein Bus läuft Führt fort: Erster Bus vorher: erreicht – jetzt: läuft/);
    expect(text).toMatch(/Neu Ein Raum geplant/);
  });
});

describe('the page of a measure', () => {
  test('leads to its offers, its money, the meeting that decided it, and what it goes on from', () => {
    const of = model({
      fahrt: { title: 'Mitfahren', measures: ['bus'] },
      vorbei: { title: 'Früher', measures: ['bus'], standing: 'ended' },
    });
    const pages = pagesOf('measure', of);
    const html = pages.get('konzept/massnahmen/bus/') ?? '';
    for (const path of ['angebote/fahrt/', 'foerderung/topf/', 'termine/sitzung/', 'konzept/massnahmen/bus-alt/'])
      expect(html, path).toContain(`href="/base/de/${path}"`);
    expect(html).not.toContain('angebote/vorbei/');
    expect(textOf(pages.get('konzept/massnahmen/bus-alt/') ?? '')).toMatch(/Geht weiter in Ein Bus/);
  });
});

describe('the page of an indicator', () => {
  const pages = pagesOf('indicator', model());
  const html = pages.get('konzept/kennzahlen/wartezeit/') ?? '';

  test('breaks the line where there is no value, and says so in the table', () => {
    const line = /class="series-line" d="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(line.match(/M/g)).toHaveLength(2);
    expect(line.match(/L/g)).toHaveLength(1);
    expect(textOf(html)).toMatch(/31. Dezember 2023 kein Wert Umfrage Nicht gefragt/);
  });

  test('has a drawing that is told in words', () => {
    expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="chart-wartezeit-title chart-wartezeit-text"/);
    expect(html).toContain('Wartezeit: von 30 Wochen am 31. Dezember 2022 auf 20 Wochen am 31. Dezember 2025.');
  });

  test('names a share only where it is known, otherwise what is missing', () => {
    expect(html).toContain('50 % des Weges');
    const open = pages.get('konzept/kennzahlen/offen/') ?? '';
    expect(open).not.toMatch(/\d % des Weges/);
    expect(open).toContain('es fehlt ein Zielwert');
  });

  test('keeps numbers and texts of another language apart', () => {
    const arabic = pagesOf('indicator', model(), 'ar').get('konzept/kennzahlen/wartezeit/') ?? '';
    expect(arabic).toContain('\u2068Wochen\u2069');
    expect(arabic).toMatch(/<svg[^>]*direction="ltr"/);
  });
});

describe('gaps', () => {
  const counselling = (id: string, data: OfferPart = {}): OfferPart => ({ title: `Beratung ${id}`, ...data });
  const targets: Catalogue['targets'] = [
    {
      id: 'beratung-uk',
      label: { de: 'Beratung auf Ukrainisch' },
      minimum: 1,
      per: 'town',
      towns: ['ahornstadt', 'birkenau'],
      offers: { types: ['counselling'] },
      each: { languages: ['uk'] },
    },
  ];
  const needs = new Map(
    [
      { where: ['ahornstadt'], topics: ['advice'], how_many: 3 },
      { where: ['birkenau'], topics: ['german'], how_many: 40 },
    ].map((data, index) => [
      `n${index}`,
      entry('concept/needs', `n${index}`, { ...data, source: 'form', date: '2026-01-01', status: 'open' } as const),
    ]),
  ) as Catalogue['needs'];
  const of = model(
    {
      a: counselling('A', { languages: [{ code: 'uk', kind: 'spoken' }] }),
      b: counselling('B', { service_area: ['birkenau'] }),
      c: counselling('C', { service_area: ['birkenau'], topics: ['german'], standing: 'paused' }),
    },
    { targets, needs },
  );

  test('begin with the towns where something is missing, and what comes nearest', () => {
    const text = textOf(only(pagesOf('gaps', of)));
    expect(text).toMatch(/Erfüllt: 1 von 2.*Ukrainisch Birkenau Vorhanden: 0. Nötig: 1./);
    expect(text).toMatch(/Es fehlt: Ukrainisch Beratung B/);
    expect(text).not.toMatch(/Ahornstadt Vorhanden/);
  });

  test('count what runs, and every number leads to its offers on the same page', () => {
    const html = only(pagesOf('matrix', of));
    const links = [...html.matchAll(/<a href="#(zelle-[^"]+)">(\d+)<\/a>/g)];
    expect(links.length).toBeGreaterThan(0);
    for (const [, anchor = '', count] of links) {
      const list = new RegExp(`id="${anchor}">.*?</ul>`).exec(html)?.[0] ?? '';
      expect(list.match(/<li>/g)?.length, anchor).toBe(Number(count));
    }
    expect(html).not.toContain('angebote/c/');
  });

  test('never tell how many, where so few need something that they could be known', () => {
    const [needsTable = ''] = only(pagesOf('matrix', of)).split('Gemeldeter Bedarf</h2>').slice(1);
    const table = textOf(needsTable.slice(0, needsTable.indexOf('</table>')));
    expect(table).toContain('weniger als 5');
    expect(table).toContain('nicht genannt');
    // 43 together: with the 40 beside it, everybody would know the 3.
    expect(table).not.toMatch(/\b(3|40)\b/);
  });

  test('go with their meaning into a file for spreadsheets, and as numbers into one for the own table', () => {
    const files = gapsFiles(of, new Map([['de', (path: string) => makePage(of, 'de', path)]]));
    const text = (path: string): string =>
      files
        .find((file) => file.path === path)
        ?.render()
        .toString() ?? '';
    const csv = text('de/luecken/topic-town/topic-town.csv');
    expect(csv.split('\uFEFF')).toHaveLength(2);
    expect(csv).toContain('Ahornstadt');
    expect(csv).toContain('Gezählt werden Angebote');
    expect(csv).toContain('weniger als 5');
    const data = JSON.parse(text('de/luecken/angebote.json')) as { facts: { id: string }[]; titles: object };
    expect(data.facts.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(data.titles).toMatchObject({ a: { value: 'Beratung A' } });
  });
});

describe('the state of the data', () => {
  test('is left out by one line in site.yml', () => {
    const { catalogue } = model({}, {});
    const hidden = createSiteModel({ ...catalogue, site: { ...catalogue.site, status_page: false } });
    expect(pagesOf('status', hidden).size).toBe(0);
    expect(linksOf('figures', hidden.catalogue).map(({ path }) => path)).not.toContain('stand/');
  });

  test('shows what wants attention, and words that people sent in their own language', () => {
    const of = model(
      { alt: { title: 'Alter Kurs', reviewed: '2023-01-01', freshness: 'ask-first' } },
      { ...concept, searches: [{ term: 'водій', language: 'uk', count: 3, since: '2026-01-01' }] },
    );
    const html = only(pagesOf('status', of));
    expect(textOf(html)).toMatch(/Alter Kurs Zuletzt geprüft: 1. Januar 2023/);
    expect(textOf(html)).toMatch(/bis 31. Dezember 2025 Ein Raum/);
    expect(html).toMatch(/<a href="[^"]*\?q=%D0[^"]*"[^>]* lang="uk"/);
    expect(textOf(html)).toMatch(/Noch kein Datenblatt Schule/);
  });
});

describe('I want to help', () => {
  const task: OfferPart = {
    title: 'Patin werden',
    type: 'volunteering',
    volunteering: { tasks: ['Zuhören'], hours: 'Zwei Stunden', minimum_age: 18, german: 'B1', training: 'Ein Abend' },
    contacts: [{ role: 'Büro', phone: '+49 221 4710123' }],
  };

  test('says what to do, how long, what to know and whom to call', () => {
    const text = textOf(only(pagesOf('volunteering', model({ patin: task }, {}))));
    for (const words of ['Patin werden', 'Zuhören', 'Zwei Stunden', 'ab 18 Jahren', 'B1', 'Ein Abend', '4710123'])
      expect(text, words).toContain(words);
  });

  test('is found from the start page; a town without such an offer has neither', () => {
    expect(only(pagesOf('start', model({ patin: task }, {})))).toContain('href="/base/de/ehrenamt/"');
    const none = model({}, {});
    expect(pagesOf('volunteering', none).size).toBe(0);
    expect(only(pagesOf('start', none))).not.toContain('ehrenamt/');
  });

  test('stands on the offer’s own page, too', () => {
    const of = model({ patin: task }, {});
    expect(textOf(only(pagesOf('offer', of)))).toMatch(/Das tun Sie Zuhören/);
  });
});

describe('what is missing here', () => {
  test('can be said without a script by mail, in every language', () => {
    const base = model({}, {});
    const of = createSiteModel({
      ...base.catalogue,
      site: { ...base.catalogue.site, publisher: { name: 'Kreis', email: 'amt@example.org' } },
    });
    for (const lang of ['de', 'ar', 'uk']) {
      const html = only(pagesOf('missing', of, lang));
      expect(html).toMatch(/<noscript>.*mailto:amt@example\.org\?subject=/);
      expect(html).toContain('missing.js');
    }
  });
});
