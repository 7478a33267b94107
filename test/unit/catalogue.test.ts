import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue, type LoadOptions } from '../../src/catalogue.ts';
import type { Catalogue } from '../../src/model/catalogue.ts';
import { textsIn } from '../../src/model/translation.ts';
import { changedOffer, contentFolder, today, validFile } from '../support/content-folder.ts';

type Files = Readonly<Record<string, string | undefined>>;

async function load(files: Files = {}, options: Partial<LoadOptions> = {}): Promise<Catalogue> {
  const { value, problems } = await loadCatalogue({ contentDir: contentFolder(undefined, files), today, ...options });
  if (!value) throw new Error(`not valid: ${JSON.stringify(problems)}`);
  return value;
}

const en = 'offers/sprachcafe.en.md';

describe('loadCatalogue', () => {
  it('gives no catalogue with errors, and the source of what is wrong', async () => {
    const { value, problems, sources } = await loadCatalogue({ contentDir: contentFolder('bad-date'), today });
    expect(value).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect([...sources.keys()]).toEqual(['offers/sprachcafe.md']);
  });

  it('gives a catalogue and its warnings', async () => {
    const { value, problems } = await loadCatalogue({ contentDir: contentFolder('review-due'), today });
    expect(value?.offers.get('sprachcafe')?.freshness).toBe('due');
    expect(problems).toMatchObject([{ code: 'review-due' }]);
  });

  it('fills in the defaults of site.yml', async () => {
    const { site, languages } = await load();
    expect(site).toMatchObject({
      source_language: 'de',
      base_path: '/',
      country: 'DE',
      state: 'NW',
      page_size: 24,
      review_grace: 2,
      time_zone: 'Europe/Berlin',
    });
    expect(languages).toEqual(['de', 'en']);
  });

  it('builds only the languages asked for, in the order of the site', async () => {
    expect((await load({}, { languages: ['en'] })).languages).toEqual(['en']);
    expect((await load({}, { languages: ['en', 'de', 'fr'] })).languages).toEqual(['de', 'en']);
  });

  it('cannot be changed afterwards', async () => {
    const catalogue = await load();
    const offer = catalogue.offers.get('sprachcafe')!;
    expect(() => Object.assign(offer.data, { title: 'x' })).toThrow(TypeError);
    expect(() => Object.assign(offer.data.contacts[0]!, { phone: 'x' })).toThrow(TypeError);
    expect(() => (catalogue.offers as Map<string, unknown>).clear()).toThrow(TypeError);
    expect(() => (offer.translations as Map<string, unknown>).set('fr', {})).toThrow(TypeError);
  });

  it('reads pages and replaced interface texts', async () => {
    const { pages, texts } = await load({ 'pages/en/impressum.md': '---\ntitle: Imprint\n---\n\nMusterland.\n' });
    const imprint = pages.get('impressum')!;
    expect(imprint.language).toBe('de');
    expect(imprint.translations.get('en')).toMatchObject({
      data: { title: 'Imprint' },
      outdated: false,
      state: { by: 'human' },
    });
    expect(texts.get('en')?.get('app.home')).toBe('Start');
  });

  it('takes the source language from site.yml', async () => {
    const files: Files = {
      'site.yml': `source_language: en\n${validFile('site.yml')}`,
      [en]: undefined,
      'networks/netzwerk-integration.en.md': undefined,
      'pages/de/impressum.md': undefined,
      'pages/en/imprint.md': '---\ntitle: Imprint\n---\n\nMusterland.\n',
    };
    const { offers, pages } = await load(files);
    expect(offers.get('sprachcafe')?.language).toBe('en');
    expect(pages.get('imprint')?.language).toBe('en');
  });
});

describe('offers', () => {
  it('leaves drafts out altogether', async () => {
    expect([...(await load(changedOffer('status: active', 'status: draft'))).offers.keys()]).toEqual([
      'frauenberatung',
    ]);
  });

  it.each([
    ['status: active', 'active'],
    ['status: ended', 'ended'],
    ['status: paused\npaused: { until: 2026-04-01 }', 'paused'],
    ['status: active\nvalid: { from: 2026-03-02 }', 'upcoming'],
    ['status: active\nvalid: { from: 2026-03-01, until: 2026-03-01 }', 'active'],
    ['status: active\nvalid: { until: 2026-02-28 }', 'ended'],
    ['status: paused\npaused: { reason: Umbau }\nvalid: { until: 2026-02-28 }', 'ended'],
  ])('with %j is %s', async (status, standing) => {
    expect(
      (await load({ ...changedOffer('status: active', status), [en]: undefined })).offers.get('sprachcafe')?.standing,
    ).toBe(standing);
  });

  it('serves all towns of a district, and those named', async () => {
    const { offers } = await load({
      'places/neustadt.md': "---\nname: Neustadt\nkind: town\nags: '05999002'\npart_of: kreis-musterland\n---\n",
    });
    expect(offers.get('frauenberatung')?.towns).toEqual(['lindenau', 'neustadt']);
    expect(offers.get('sprachcafe')?.towns).toEqual(['lindenau']);
  });

  it('prints telephone numbers in one way', async () => {
    const { offers } = await load(changedOffer('phone: +49 221 4710123', "phone: '0221/4710-123'"));
    expect(offers.get('sprachcafe')?.data.contacts[0]?.phone).toBe('+49 221 4710123');
  });

  it('has the place of its venue', async () => {
    const { offers } = await load();
    expect(offers.get('sprachcafe')?.place).toEqual({
      id: 'ziegelhof',
      name: 'Familienzentrum Ziegelhof',
      street: 'Ziegelhofweg 3',
      postalCode: '00123',
      town: 'lindenau',
      geo: { lat: 54.5, lon: 6.3 },
      protected: false,
    });
  });

  it('has a place of its own, or a town alone', async () => {
    const own = await load(
      changedOffer('place: ziegelhof', 'place: { town: lindenau, name: Markt, street: Am Markt 1 }'),
    );
    expect(own.offers.get('sprachcafe')?.place).toEqual({
      name: 'Markt',
      street: 'Am Markt 1',
      town: 'lindenau',
      protected: false,
    });
    const town = await load(changedOffer('place: ziegelhof', 'place: lindenau'));
    expect(town.offers.get('sprachcafe')?.place).toEqual({ town: 'lindenau', protected: false });
  });
});

const secret = (catalogue: Catalogue): string =>
  JSON.stringify(
    [catalogue.offers, catalogue.places, catalogue.organisations].map((map) =>
      [...map.values()].map((entry) => [entry, [...entry.translations]]),
    ),
  );

const contacts = (validUntil: string, scope: string): string => `contacts:
  - person: Mira Beispiel
    role: Leitung
    phone: +49 221 4710124
    consent: { given_on: 2025-01-01, scope: ${scope}, valid_until: ${validUntil}, record: Ordner 7 }
`;

const twoRoles = (text: string): string =>
  text.replace('  - role: Registration', '  - role: Head\n  - role: Registration');

describe('what the public must not see', () => {
  it('is nowhere in the catalogue: the address of a protected venue', async () => {
    const place = validFile('places/haus-rose.md').replace(
      'protected: true',
      'protected: true\ngeo: { lat: 54.61, lon: 6.41 }\ndirections: Zweimal klingeln\nstop: { name: Klosterpforte, lines: [Bus 99] }',
    );
    const catalogue = await load({
      'places/haus-rose.md': place,
      'places/haus-rose.en.md': '---\ndirections: Ring twice\ntranslation: { of: 0000000000ab, by: human }\n---\n',
    });
    expect(secret(catalogue)).not.toMatch(/Rosenstraße|54\.61|klingeln|Ring twice|Klosterpforte|Bus 99/);
    expect(JSON.stringify(catalogue.offers.get('frauenberatung')?.place)).not.toContain('00123');
    expect(catalogue.offers.get('frauenberatung')?.place).toEqual({
      id: 'haus-rose',
      name: 'Haus Rose',
      town: 'lindenau',
      protected: true,
    });
  });

  it('is nowhere in the catalogue: a protected address of an offer itself', async () => {
    const address =
      "place: { town: lindenau, street: Geheimweg 5, postal_code: '00124', geo: { lat: 54.62, lon: 6.42 }, directions: Hinten herum, stop: { name: Klosterpforte }, protected: true }";
    const translation = validFile(en).replace('translation:', 'place: { directions: Round the back }\ntranslation:');
    const catalogue = await load({ ...changedOffer('place: ziegelhof', address), [en]: translation });
    expect(secret(catalogue)).not.toMatch(/Geheimweg|00124|54\.62|Hinten|Round the back|Klosterpforte/);
  });

  it('a contact whose consent has expired, in every language, without moving the others', async () => {
    const files = {
      ...changedOffer('contacts:\n', contacts('2026-02-28', '[name, phone]')),
      [en]: twoRoles(validFile(en)),
    };
    const catalogue = await load(files);
    const offer = catalogue.offers.get('sprachcafe')!;
    expect(offer.data.contacts.map(({ role }) => role)).toEqual(['Anmeldung']);
    expect(textsIn(offer, 'en').text('contacts.0.role')).toEqual({ value: 'Registration', lang: 'en' });
    expect(secret(catalogue)).not.toMatch(/Mira|4710124|Leitung|Head/);
  });

  it('what a consent does not cover, and the record of it', async () => {
    const catalogue = await load({
      ...changedOffer('contacts:\n', contacts('2027-01-01', '[phone]')),
      [en]: twoRoles(validFile(en)),
    });
    expect(catalogue.offers.get('sprachcafe')?.data.contacts[0]).toEqual({ role: 'Leitung', phone: '+49 221 4710124' });
    expect(secret(catalogue)).not.toMatch(/Mira|Ordner 7/);
  });

  it('the contacts of an organisation, too', async () => {
    const organisation = validFile('organisations/sprachbruecke.md').replace(
      'town: lindenau\n',
      `town: lindenau\n${contacts('2026-02-28', '[name]')}`,
    );
    const catalogue = await load({ 'organisations/sprachbruecke.md': organisation });
    expect(catalogue.organisations.get('sprachbruecke')?.data.contacts).toEqual([]);
  });
});

describe('vocabularies', () => {
  it('extend the built-in ones and inherit what is not said', async () => {
    const builtIn = (
      await load({
        'vocabularies/target-groups.yml': 'terms: []\n',
        [en]: undefined,
      })
    ).vocabularies['target-groups'];
    const first = [...builtIn.values()][0]!;
    const own = `mode: extend\nterms:\n  - { id: ${first.id}, label: { de: Anders } }\n  - { id: neue-gruppe, label: { de: Neu, en: New } }\n`;
    const extended = (await load({ 'vocabularies/target-groups.yml': own })).vocabularies['target-groups'];
    expect([...extended.keys()]).toEqual([...builtIn.keys(), 'neue-gruppe']);
    expect(extended.get(first.id)?.label).toEqual({ ...first.label, de: 'Anders' });
  });

  it('may replace the built-in ones, keeping order and what is built in about known ids', async () => {
    const { vocabularies } = await load();
    expect([...vocabularies.topics.keys()]).toEqual(['learn-german']);
    expect(vocabularies.topics.get('learn-german')?.mapsTo).toMatchObject({ 'fields-of-action': ['language'] });
  });
});

describe('the network’s own work', () => {
  it('is read from its folders, with its references as they are written', async () => {
    const catalogue = await load();
    expect([...catalogue.networks.keys()]).toEqual(['netzwerk-integration', 'steuerungsgruppe']);
    expect([...catalogue.measures.keys()]).toEqual(['abendkurs', 'kurse-2019']);
    expect(catalogue.measures.get('abendkurs')?.data.goal).toBe('deutsch');
    expect(catalogue.goals.get('deutsch')?.file).toBe('concept/goals/deutsch.md');
    expect(catalogue.editions.get('konzept-2025')?.data.previous).toBe('konzept-2019');
    expect(catalogue.indicators.get('wartezeit')?.data.series.map(({ value }) => value)).toEqual([14.5, null, 11]);
    expect(catalogue.snapshots.map(({ date }) => date)).toEqual(['2026-01-31']);
    expect(textsIn(catalogue.networks.get('netzwerk-integration')!, 'en').text('members.0.role')?.value).toBe(
      'Speaks for the language courses',
    );
  });

  it('is not there in a town that has none', async () => {
    const folders = ['networks', 'events', 'funding', 'concept', 'snapshots'];
    const contentDir = contentFolder();
    for (const folder of folders) rmSync(join(contentDir, folder), { recursive: true });
    const { value, problems } = await loadCatalogue({ contentDir, today });
    expect(problems).toEqual([]);
    expect(value?.networks.size).toBe(0);
    expect(value?.targets).toEqual([]);
  });

  it('fills in the defaults of targets and settings', async () => {
    const { targets, site } = await load();
    expect(targets.map(({ id, minimum, per }) => [id, minimum, per])).toEqual([
      ['a1-meeting-point', 1, 'town'],
      ['counselling-languages', 1, 'town'],
    ]);
    expect(site).toMatchObject({ needs: { minimum: 5 }, status_page: true, horizon: 6 });
    expect(site.gaps.matrices[0]).toEqual({ rows: 'topic', columns: 'town' });
  });

  it('keeps the words of a need inside', async () => {
    const catalogue = await load();
    const need = catalogue.needs.get('abendkurs-lindenau')!;
    expect(need.data).toMatchObject({ where: ['lindenau'], how_many: 12, status: 'in-progress' });
    expect(JSON.stringify([...catalogue.needs])).not.toMatch(/Abendkurs mit|fragen viele/);
    expect(need.data).not.toHaveProperty('title');
  });

  it('shows no contact without consent and no address of a protected place', async () => {
    const event = 'events/treffen-2025-11.md';
    const consent = '{ given_on: 2024-01-01, scope: [name], valid_until: 2025-01-01, record: Ordner 1 }';
    const people = `contacts:\n  - role: Stelle\n    person: Mira Beispiel\n    consent: ${consent}\n  - role: Anmeldung\n`;
    const text = validFile(event)
      .replace(
        'place: { name: Kreishaus, town: lindenau }',
        'place: { name: Haus, street: Geheimweg 3, town: lindenau, protected: true }',
      )
      .replace('documents:', `${people}documents:`);
    const catalogue = await load({ [event]: text });
    const shown = catalogue.events.get('treffen-2025-11')!;
    expect(shown.data.contacts).toEqual([{ role: 'Anmeldung' }]);
    expect(shown.place).toEqual({ name: 'Haus', town: 'lindenau', protected: true });
    expect(JSON.stringify([...catalogue.events])).not.toMatch(/Mira|Geheimweg/);
  });
});
