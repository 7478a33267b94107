import ICAL from 'ical.js';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type {
  Catalogue,
  CatalogueEvent,
  CatalogueFunding,
  CatalogueNetwork,
  Entry,
} from '../../../src/model/catalogue.ts';
import type { Event, Funding, Measure, Need, Network, Snapshot } from '../../../src/model/schema.generated.ts';
import { eventCalendars, eventFeeds } from '../../../src/pages/event-calendars.ts';
import { sortEvents } from '../../../src/pages/event-data.ts';
import { membershipsOf } from '../../../src/pages/memberships.ts';
import { pageContextsOf } from '../../../src/pages/page-contexts.ts';
import { routes } from '../../../src/pages/routes.ts';
import { createSiteModel, type SiteModel } from '../../../src/pages/site-model.ts';
import { linksOf } from '../../../src/pages/steering-links.ts';
import { childrenNamed, readXml } from '../../../src/translation/read-xml.ts';
import { makeModel, makeOffer, makePage } from './small-catalogue.ts';

const entry = <Data,>(id: string, data: Data): Entry<Data> => ({
  id,
  file: `${id}.md`,
  data,
  body: '',
  language: 'de',
  translations: new Map(),
  textHash: '0123456789ab',
});

const mapOf = <Value extends { id: string }>(...entries: readonly Value[]): ReadonlyMap<string, Value> =>
  new Map(entries.map((one) => [one.id, one]));

const network = (id: string, data: Partial<Network> = {}): CatalogueNetwork =>
  entry(id, { name: `Netz ${id}`, kind: 'network', summary: 'Wir arbeiten zusammen.', ...data });

const event = (id: string, data: Partial<Event> = {}, rest: Partial<CatalogueEvent> = {}): CatalogueEvent => ({
  ...entry(id, {
    title: `Treffen ${id}`,
    kind: 'meeting',
    status: 'planned',
    date: '2026-12-10',
    access: 'public',
    ...data,
  } satisfies Event),
  ...rest,
});

const funding = (id: string, data: Partial<Funding> = {}): CatalogueFunding =>
  entry(id, { title: `Fonds ${id}`, summary: 'Bezahlt einiges.', ...data });

const measure = (id: string, data: Partial<Measure> = {}): Entry<Measure> =>
  entry(id, {
    title: `Maßnahme ${id}`,
    summary: 'Wir tun etwas.',
    goal: 'ziel',
    status: 'running',
    status_since: '2026-01-01',
    responsible: 'verein',
    ...data,
  });

const need = (id: string, howMany: number): Entry<Omit<Need, 'title'>> =>
  entry(id, { source: 'counselling', date: '2026-01-01', status: 'open', how_many: howMany });

function modelWith(parts: Partial<Catalogue>, offers = [makeOffer('a', { title: 'A' })]): SiteModel {
  return createSiteModel({ ...makeModel(offers).catalogue, ...parts });
}

function render(name: string, path: string, model: SiteModel, lang = 'de'): string {
  const route = routes.find((candidate) => candidate.name === name);
  const item = Array.from(route?.items(model, lang) ?? []).find((candidate) => route?.path(candidate) === path);
  if (!route || item === undefined) throw new Error(`${name} ${path}`);
  return renderToString(route.render(item, model, makePage(model, lang, path)));
}

const paths = (name: string, model: SiteModel): string[] => {
  const route = routes.find((candidate) => candidate.name === name);
  return Array.from(route?.items(model, 'de') ?? [], (item) => route?.path(item) ?? '');
};

describe('a town without networks', () => {
  test('has none of their pages, and no link to them', () => {
    const model = modelWith({});
    for (const name of ['networks', 'network', 'events', 'event', 'changes', 'fundings', 'funding']) {
      expect(paths(name, model), name).toEqual([]);
    }
    expect(linksOf('people', model.catalogue).map(({ path }) => path)).toEqual(['traeger/']);
  });

  test('gets each page with its content', () => {
    const model = modelWith({
      networks: mapOf(network('nord')),
      events: mapOf(event('e')),
      funding: mapOf(funding('f')),
    });
    expect(linksOf('people', model.catalogue).map(({ path }) => path)).toEqual(['traeger/', 'netzwerke/', 'termine/']);
    expect(paths('network', model)).toEqual(['netzwerke/nord/']);
    expect(paths('changes', model)).toEqual(['termine/aenderungen/']);
    expect(paths('funding', model)).toEqual(['foerderung/f/']);
    for (const { path } of [...linksOf('people', model.catalogue), ...linksOf('plans', model.catalogue)])
      expect(render('hub', 'fachleute/', model)).toContain(`href="/base/de/${path}"`);
  });
});

describe('networks', () => {
  const model = modelWith({
    networks: mapOf(
      network('kreis', {
        lead: 'verein',
        members: [{ organisation: 'verein', role: 'Protokoll', vote: 'yes' }],
      }),
      network('ag', { kind: 'working-group', part_of: 'kreis', lead: 'verein' }),
    ),
    events: mapOf(event('bald', { networks: ['kreis'] }), event('fremd', { networks: ['ag'] })),
  });

  test('an organisation is in all networks it leads or is a member of', () => {
    expect(membershipsOf(model.catalogue).get('verein')).toMatchObject([
      { network: { id: 'kreis' }, index: 0, leads: true },
      { network: { id: 'ag' }, leads: true },
    ]);
    const html = render('organisation', 'traeger/verein/', model);
    expect(html).toContain('href="/base/de/netzwerke/kreis/"');
    expect(html).toContain('Protokoll');
    // Without a role of its own it is said that it leads.
    expect(html).toMatch(/netzwerke\/ag\/.*?Leitung/);
  });

  test('a network shows its groups, its members by vote and its own events', () => {
    const html = render('network', 'netzwerke/kreis/', model);
    expect(html).toMatch(/<h3>stimmberechtigt<\/h3>.*traeger\/verein/);
    expect(html).toContain('/netzwerke/ag/');
    expect(html).toContain('/termine/bald/');
    expect(html).not.toContain('/termine/fremd/');
    expect(html).toContain('type="text/calendar" title="Termine" href="/base/de/netzwerke/kreis/termine.ics"');
  });

  test('organisations without an offer are named for the coordinator', () => {
    const html = render('organisations', 'traeger/', modelWith({}, []));
    expect(html).toMatch(/Noch kein Datenblatt.*href="\/base\/de\/traeger\/verein\/".*mitmachen/);
    expect(render('organisations', 'traeger/', model)).not.toContain('Noch kein Datenblatt');
  });
});

describe('events', () => {
  const events = mapOf(
    event('spaeter', { date: '2027-02-01' }),
    event('bald', { date: '2026-11-23', from: '14:00', to: '16:00' }),
    event('mehrtaegig', { date: '2026-11-20', until: '2026-11-22' }),
    event('vergessen', { date: '2026-10-01' }),
    event('heute-gehalten', { date: '2026-11-22', status: 'held' }),
    event('abgesagt', { date: '2026-12-01', status: 'cancelled' }),
  );

  test('come next first; what was held or has passed is over', () => {
    const { coming, past } = sortEvents(modelWith({ events }));
    expect(coming.map(({ id }) => id)).toEqual(['mehrtaegig', 'bald', 'abgesagt', 'spaeter']);
    expect(past.map(({ id }) => id)).toEqual(['heute-gehalten', 'vergessen']);
  });

  test('a cancelled one says so, in the list, on its page and for search engines', () => {
    const model = modelWith({ events });
    const cancelled = 'Dieser Termin fällt aus.';
    expect(render('events', 'termine/', model)).toContain(cancelled);
    const html = render('event', 'termine/abgesagt/', model);
    expect(html).toContain(cancelled);
    expect(html).toContain('https://schema.org/EventCancelled');
    expect(html).not.toContain('>In den eigenen Kalender');
    expect(render('event', 'termine/bald/', model)).not.toContain(cancelled);
  });

  test('of a protected place only the town is known', () => {
    const shown = render(
      'event',
      'termine/e/',
      modelWith({ events: mapOf(event('e', {}, { place: { town: 'brinkenau', protected: true } })) }),
    );
    expect(shown).toContain('Brinkenau');
    expect(shown).toContain('Die Adresse ist vertraulich.');
  });

  const decided = (ids: readonly string[]): string =>
    render(
      'event',
      'termine/e/',
      modelWith({
        events: mapOf(
          event('e', {
            decisions: [{ title: 'Wir fangen an', measures: ['m'], needs: [...ids] }],
            results: [
              { field_of_action: 'unknown', text: 'Ergebnis B' },
              { field_of_action: 'unknown', text: 'Ergebnis C' },
            ],
          }),
        ),
        measures: mapOf(measure('m')),
        needs: mapOf(need('viele', 13), need('wenige', 3)),
      }),
    );

  test('a decision leads to its measures, with what became of them', () => {
    expect(decided([])).toMatch(/href="\/base\/de\/konzept\/massnahmen\/m\/".*?\(läuft\)/);
  });

  test('a decision tells of needs roughly, and of few people only that they are few', () => {
    expect(decided(['viele', 'wenige'])).toContain('von mindestens 15 Menschen');
    expect(decided(['wenige'])).toContain('von weniger als 5 Menschen');
    expect(decided(['wenige', 'viele'])).not.toMatch(/Bedarf von (mindestens )?(16|13)/);
  });

  test('results of one field stand under one headline', () => {
    expect(decided([]).match(/<h3>unknown<\/h3><p>Ergebnis B<\/p><p>Ergebnis C<\/p>/g)).toHaveLength(1);
  });
});

test('a search engine is told where an event takes place only where that is known', () => {
  const typeOf = (id: string, data: Partial<Event>, rest?: Partial<CatalogueEvent>): unknown => {
    const html = render('event', `termine/${id}/`, modelWith({ events: mapOf(event(id, data, rest)) }));
    const json = /application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    return (JSON.parse(json) as { eventAttendanceMode?: string }).eventAttendanceMode;
  };
  const place = { town: 'brinkenau', protected: false };
  const url = 'https://example.org/raum';
  expect(typeOf('a', {})).toBeUndefined();
  expect(typeOf('a', { url })).toBe('https://schema.org/OnlineEventAttendanceMode');
  expect(typeOf('a', { url }, { place })).toBe('https://schema.org/MixedEventAttendanceMode');
  expect(typeOf('a', {}, { place })).toBe('https://schema.org/OfflineEventAttendanceMode');
});

describe('changes since the last meeting', () => {
  const snapshot: Snapshot = {
    version: 1,
    date: '2026-09-01',
    offers: { alt: { title: 'Nähtreff', standing: 'active', reviewed: '2026-01-01', text: '0123456789ab' } },
    measures: { m: { title: 'Maßnahme m', status: 'planned', since: '2026-01-01' } },
  };
  const held = mapOf(event('herbst', { date: '2026-09-17', status: 'held' }));

  test('without a saved state the page says how to make one', () => {
    expect(render('changes', 'termine/aenderungen/', modelWith({ events: held }), 'ar')).toContain(
      '<code dir="ltr">npm run snapshot</code>',
    );
  });

  test('name what is new, what has ended and which measures moved', () => {
    const model = modelWith({ events: held, snapshots: [snapshot], measures: mapOf(measure('m')) });
    const html = render('changes', 'termine/aenderungen/', model);
    expect(html).toContain('Vom 1. September 2026 bis zum 22. November 2026');
    expect(html).toMatch(/Neue Angebote \(1\).*href="\/base\/de\/angebote\/a\/"/);
    // What is gone has no page to lead to.
    expect(html).toMatch(/Beendete Angebote \(1\)<\/h2><ul[^>]*><li><span>Nähtreff<\/span>/);
    expect(html).toContain('vorher: geplant – jetzt: läuft');
  });
});

describe('funding', () => {
  test('stands by the next deadline; what is over, last', () => {
    const model = modelWith({
      funding: mapOf(
        funding('ohne'),
        funding('vorbei', { period: { from: '2020-01-01', until: '2025-12-31' } }),
        funding('spaet', { deadlines: [{ date: '2025-01-01' }, { date: '2027-06-30' }] }),
        funding('frueh', { deadlines: [{ date: '2027-01-31' }] }),
      ),
    });
    const html = render('fundings', 'foerderung/', model);
    const order = Array.from(html.matchAll(/href="\/base\/de\/foerderung\/([a-z]+)\/"/g), ([, id]) => id);
    expect(order).toEqual(['frueh', 'spaet', 'ohne', 'vorbei']);
    expect(html).toContain('Nächste Frist: 30. Juni 2027');
    expect(html).not.toContain('2025');
  });

  test('leads to the measures and offers it pays for, and they to it', () => {
    const model = modelWith({ funding: mapOf(funding('f')), measures: mapOf(measure('m', { funding: ['f'] })) }, [
      makeOffer('a', { title: 'A', funding: ['f'], measures: ['m'] }),
    ]);
    const html = render('funding', 'foerderung/f/', model);
    expect(html).toContain('/konzept/massnahmen/m/');
    expect(html).toContain('/angebote/a/');
    const offer = render('offer', 'angebote/a/', model);
    expect(offer).toMatch(/Gefördert durch.*?href="\/base\/de\/foerderung\/f\/"/);
    expect(offer).toMatch(/Teil der Maßnahme.*?href="\/base\/de\/konzept\/massnahmen\/m\/"/);
  });
});

describe('calendars and feed', () => {
  const parts: Partial<Catalogue> = {
    networks: mapOf(network('nord')),
    events: mapOf(
      event('bald', { networks: ['nord'], date: '2026-12-10', from: '14:00', to: '16:30' }),
      event('tage', { networks: ['nord'], date: '2027-01-10', until: '2027-01-12', from: '14:00' }),
      event('weg', { date: '2026-12-20', status: 'cancelled' }),
    ),
  };
  const outputsOf = (make: typeof eventCalendars, today = '2026-11-22'): ReadonlyMap<string, string> => {
    const model = createSiteModel({ ...modelWith(parts).catalogue, today });
    const placement = {
      basePath: '/',
      siteUrl: 'https://example.org',
      assets: new Map([['font-arabic.css', 'x.css']]),
    };
    const contexts = new Map(
      ['de', 'ar'].map((lang) => [lang, pageContextsOf(model.catalogue, lang, placement)] as const),
    );
    return new Map(make(model, contexts).map((output) => [output.path, output.render().toString()]));
  };
  const eventsIn = (ics = ''): ICAL.Event[] =>
    new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

  test('an event has one calendar per language and one identity in all', () => {
    const files = outputsOf(eventCalendars);
    const [german, arabic] = ['de', 'ar'].map((lang) => eventsIn(files.get(`${lang}/termine/bald/termin.ics`)));
    expect(german?.[0]?.uid).toBe(arabic?.[0]?.uid);
    expect(german?.[0]?.startDate.toString()).toBe('2026-12-10T14:00:00');
    expect(german?.[0]?.endDate.toString()).toBe('2026-12-10T16:30:00');
    expect(german?.[0]?.component.getFirstPropertyValue('url')).toBe('https://example.org/de/termine/bald/');
    expect(eventsIn(files.get('de/termine/weg/termin.ics'))[0]?.component.getFirstPropertyValue('status')).toBe(
      'CANCELLED',
    );
  });

  test('a network has all its events in one', () => {
    const shown = eventsIn(outputsOf(eventCalendars).get('de/netzwerke/nord/termine.ics'));
    expect(shown.map(({ summary }) => summary)).toEqual(['Treffen bald', 'Treffen tage']);
    // A beginning without an end, days later: only the days are sure.
    expect(shown[1]?.startDate.toString()).toBe('2027-01-10');
    expect(shown[1]?.endDate.toString()).toBe('2027-01-13');
  });

  test('the feed tells of an event once, not anew with every build', () => {
    const read = (today?: string) => {
      const root = readXml(outputsOf(eventFeeds, today).get('de/termine/feed.xml') ?? '');
      return childrenNamed(root!, 'entry').map((one) =>
        ['id', 'updated'].map((name) => childrenNamed(one, name)[0]?.children),
      );
    };
    expect(read()).toHaveLength(3);
    expect(read('2026-11-23')).toEqual(read());
    expect(outputsOf(eventFeeds).get('ar/termine/feed.xml')).toContain('https://example.org/ar/termine/bald/');
  });
});
