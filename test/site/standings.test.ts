import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { unzip } from '../../src/cli/import/unzip.ts';
import { readTexts } from '../../src/i18n/load-texts.ts';
import { buildSite } from '../support/build-site.ts';
import { childrenNamed, readXml } from '../../src/translation/read-xml.ts';
import { listFiles, readPage, referencesIn } from '../support/site-files.ts';
import { isPackedForSearch, unpackedSearchFile } from '../support/unpacked-search-file.ts';

const content = join(import.meta.dirname, '../sites/standings');
const site = join(import.meta.dirname, '../.output/standings');
let files: string[];

beforeAll(async () => {
  await rm(site, { recursive: true, force: true });
  await buildSite(content, site, { BASE_PATH: '/amt/', SITE_URL: 'https://amt.example.org' });
  files = await listFiles(site);
});

/** The bytes of a file, unpacked where it is packed. */
async function contentsOf(file: string): Promise<readonly Buffer[]> {
  const bytes = await readFile(join(site, file));
  if (isPackedForSearch(file))
    return [unpackedSearchFile(file, bytes, (path) => readFileSync(join(site, path), 'utf8'))];
  if (!file.endsWith('.xlsx')) return [bytes];
  const packed = unzip(bytes, () => true);
  if (!(packed instanceof Map)) throw new Error(`${file} cannot be unpacked`);
  return [...packed.values()];
}

const listed = async (): Promise<string[]> => referencesIn(await readPage(site, 'de/angebote/'));

describe('standings', () => {
  test('lists what takes place, is to come or is paused, and nothing else', async () => {
    const links = await listed();
    for (const id of ['offen', 'kommend', 'pausiert', 'geschuetzt', 'ueberfaellig']) {
      expect(links, id).toContain(`/amt/de/angebote/${id}/`);
    }
    for (const id of ['beendet', 'abgelaufen', 'entwurf']) expect(links, id).not.toContain(`/amt/de/angebote/${id}/`);
  });

  test('keeps the page of an ended or expired offer, out of search engines, with a way on', async () => {
    for (const id of ['beendet', 'abgelaufen']) {
      const html = await readPage(site, `de/angebote/${id}/`);
      expect(html, id).toContain('noindex');
      expect(referencesIn(html), id).toContain('/amt/de/angebote/offen/');
    }
  });

  test('a draft is in no file', async () => {
    for (const file of files) {
      expect(file).not.toContain('entwurf');
      for (const bytes of await contentsOf(file)) expect(bytes.includes('Angebot entwurf'), file).toBe(false);
    }
  });

  test('says why and until when an offer is paused', async () => {
    const html = await readPage(site, 'de/angebote/pausiert/');
    expect(html).toContain('Umbau der Räume');
    expect(html).toContain('1. Februar 2027');
  });

  test('a review twice overdue asks to call first', async () => {
    const title = readTexts('de').get('notice.ask-first') ?? '';
    expect((await readPage(site, 'de/angebote/ueberfaellig/')).includes(title)).toBe(true);
    expect((await readPage(site, 'de/angebote/offen/')).includes(title)).toBe(false);
  });
});

describe('what must not get out', () => {
  test.each([
    'Geheimweg',
    'Mühle',
    'Geheimhalt',
    'Bus 77',
    '54.51',
    'Musterfeld',
    '4710101',
    'jaro@example.org',
    'Ordner 5',
    'Verdeckte',
    '54.52',
    'Geheime Lage',
    'niemand lesen',
  ])('%s is in no file of the site', async (secret) => {
    for (const file of files) {
      for (const bytes of await contentsOf(file)) expect(bytes.includes(secret), `${secret} in ${file}`).toBe(false);
    }
  });

  test('a protected offer has no point on any map, and stands in the lists for other sites without its address', async () => {
    expect(JSON.parse(await readPage(site, 'de/karte/oststadt/orte.json'))).toEqual([]);
    for (const file of files.filter((name) => name.includes('/karte/'))) {
      const [text] = await contentsOf(file);
      expect(text?.includes('geschuetzt'), file).toBe(false);
    }
    const list = await readPage(site, 'einbetten/v1/de/orte-oststadt.json');
    expect(list).toContain('Angebot geschuetzt');
  });

  test('the search for it reaches every format, packed ones as well', async () => {
    const found = (await Promise.all(files.map(contentsOf))).flatMap((contents, index) =>
      contents.some((bytes) => bytes.includes('Angebot geschuetzt'))
        ? [files[index]!.replace(/[0-9a-f-]{36}/, '<uuid>')]
        : [],
    );
    expect(found.some((file) => file.startsWith('search/de/cards-'))).toBe(true);
    for (const file of [
      'data/catalogue.json',
      'data/offers.csv',
      'data/offers.xlsx',
      'data/calendar.ics',
      'data/hsds/services.json',
      'data/hsds/services/<uuid>.json',
      'data/oruk/services.json',
      'data/inclusion/services.json',
      'de/feed.xml',
    ])
      expect(found, file).toContain(file);
  });

  test('a person with consent is shown within its scope', async () => {
    const html = await readPage(site, 'de/angebote/einwilligung/');
    expect(html).toContain('Jaro Beispielmann');
    expect(html).toContain('tel:+492214710102');
  });
});

describe('the network’s own work', () => {
  test('is reached from the foot of every page, and every page of it exists', async () => {
    expect(referencesIn(await readPage(site, 'de/angebote/offen/'))).toContain('/amt/de/fachleute/');
    const hub = referencesIn(await readPage(site, 'de/fachleute/'));
    expect(hub).toContain('/amt/de/netzwerke/');
    expect(hub).toContain('/amt/de/termine/');
    // No file, no page, no link.
    expect(hub).not.toContain('/amt/de/foerderung/');
    expect(files.filter((file) => file.includes('/foerderung/'))).toEqual([]);
  });

  test('a meeting goes into the reader’s own calendar, in the reader’s time', async () => {
    const ics = await readPage(site, 'ar/termine/winter/termin.ics');
    const [vevent] = new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent');
    expect(vevent?.getFirstPropertyValue('summary')).toBe('Treffen im Winter, mit Komma');
    expect(vevent?.getFirstPropertyValue('location')).toBe('Oststadt');
    expect(vevent?.getFirstProperty('dtstart')?.getFirstParameter('tzid')).toBe('Europe/Berlin');
    const network = await readPage(site, 'de/netzwerke/runde/termine.ics');
    expect(new ICAL.Component(ICAL.parse(network)).getAllSubcomponents('vevent')).toHaveLength(2);
  });

  test('the list of meetings names its feed, and the feed is there', async () => {
    const html = await readPage(site, 'de/termine/');
    expect(html).toContain(
      'rel="alternate" type="application/atom+xml" title="Termine" href="/amt/de/termine/feed.xml"',
    );
    const feed = readXml(await readPage(site, 'de/termine/feed.xml'));
    expect(feed && childrenNamed(feed, 'entry')).toHaveLength(2);
  });

  test('of a need only is told that there is one', async () => {
    expect(await readPage(site, 'de/termine/sommer/')).toContain('von weniger als 5 Menschen');
  });
});

describe('hostile text', () => {
  test('comes out as text, in the page and in the data blocks', async () => {
    const html = await readPage(site, 'de/angebote/boese/');
    expect(html).toContain('&lt;script>alert(1)&lt;/script>');
    expect(html).toContain('{{ 7*7 }}');
    expect(html).toContain('{% include');
    expect(html).not.toContain('49 {% raw');
    expect(html).not.toMatch(/<script>|<img(?! [^>]*src="data:image\/png;base64,[\w+/=]+")|<b>|root:x:/);
    const blocks = html.matchAll(/<script type="application\/(?:ld\+)?json"[^>]*>(.*?)<\/script>/gs);
    for (const [, json] of blocks) expect(() => JSON.parse(json ?? '')).not.toThrow();
  });
});

describe('the municipality’s own', () => {
  test('picture is shown with its text and delivered', async () => {
    const html = await readPage(site, 'de/angebote/offen/');
    expect(html).toMatch(/<img src="\/amt\/media\/tisch\.png" alt="Ein gedeckter Tisch"/);
    expect(files).toContain('media/tisch.png');
  });

  test('theme comes last among the layers', async () => {
    const css = files.find((path) => /^assets\/site\..*css$/.test(path)) ?? '';
    expect(await readFile(join(site, css), 'utf8')).toMatch(/@layer theme\{:root\{--action:\s*#5a2a82\}\}\s*$/);
  });
});

describe('another base path and translation', () => {
  test('every address stands below the base path', async () => {
    for (const file of files.filter((path) => path.endsWith('.html'))) {
      for (const reference of referencesIn(await readFile(join(site, file), 'utf8'))) {
        if (reference.startsWith('/')) expect(reference, file).toMatch(/^\/amt\//);
      }
    }
  });

  test('an outdated translation is shown and marked, what it lacks comes from the source', async () => {
    const html = await readPage(site, 'ar/angebote/offen/');
    expect(html).toContain('عرض مفتوح');
    expect(html).toMatch(/lang="de" dir="ltr"[^>]*>Eine kurze Beschreibung für offen/);
  });
});
