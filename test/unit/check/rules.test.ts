import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { changedOffer, contentFolder, today, validFile } from '../../support/content-folder.ts';

type Files = Readonly<Record<string, string | undefined>>;

const problemsIn = async (files: Files): Promise<readonly Diagnostic[]> =>
  (await loadCatalogue({ contentDir: contentFolder(undefined, files), today })).problems;
const codesIn = async (files: Files): Promise<string[]> =>
  (await problemsIn(files)).map(({ code }) => code).filter((code) => code !== 'translation-outdated');

const shelter = 'offers/frauenberatung.md';
const withBody = (body: string): Files => ({
  [shelter]: validFile(shelter).replace('Den Weg sagen wir Ihnen am Telefon.', body),
});

describe('a document with several mistakes', () => {
  it('has all of them reported at once, over all kinds of checks', async () => {
    const text = validFile('offers/sprachcafe.md')
      .replace('type: meeting-point', 'type: treff')
      .replace('organisation: sprachbruecke', 'organisation: unbekannt')
      .replace('age: { min: 16 }', 'age: { min: 16, max: 6 }')
      .replace('reviewed: 2026-02-01', 'reviewed: 2026-13-01')
      .replace('status: active\n', '');
    expect((await codesIn({ 'offers/sprachcafe.md': text })).sort()).toEqual([
      'age-order',
      'bad-date',
      'missing-field',
      'unknown-reference',
      'wrong-value',
    ]);
  });

  it('is not blamed twice: a malformed consent is not also missing', async () => {
    expect(
      await codesIn(
        changedOffer('  - role: Anmeldung', '  - role: Anmeldung\n    person: Mira Beispiel\n    consent: ja'),
      ),
    ).toEqual(['wrong-type']);
  });

  it('does not blame those who refer to an entry that cannot be read', async () => {
    expect(await codesIn({ 'organisations/sprachbruecke.md': '---\nname: "x\n---\n' })).toEqual(['yaml-syntax']);
  });
});

describe('the address of a protected place', () => {
  it.each([
    'Unser Haus in der Rosenstraße 7 ist offen.',
    'rosenstr.7',
    'Rosenstrasse  7',
    'ROSENSTRASSE 7',
    'Es liegt in der Rosenstraße.',
  ])('is found in “%s”', async (body) => {
    expect(await codesIn(withBody(body))).toEqual(['protected-leak']);
  });

  it.each(['Rosenstraße 71', 'Rosenstraßenfest', 'Die Rose ist rot.', 'Neurosenstraße 7'])(
    'is not found in “%s”',
    async (text) => {
      // Where nobody knows that the house is there, only the full address gives it away.
      expect(await codesIn(changedOffer('**Kommen Sie einfach vorbei.**', text))).toEqual([]);
    },
  );

  it('is found anywhere else when it is complete, in translations and as an open address as well', async () => {
    expect(await codesIn(changedOffer('**Kommen Sie einfach vorbei.**', 'Treffpunkt: Rosenstr. 7'))).toEqual([
      'protected-leak',
    ]);
    expect(
      await codesIn({
        'offers/sprachcafe.en.md': validFile('offers/sprachcafe.en.md').replace('**Just drop in.**', 'Rosenstraße 7'),
      }),
    ).toEqual(['protected-leak']);
    expect(await codesIn(changedOffer('place: ziegelhof', 'place: { town: lindenau, street: Rosenstraße 7 }'))).toEqual(
      ['protected-leak'],
    );
    expect(
      await codesIn({ 'places/neu.md': '---\nname: Haus\nkind: venue\npart_of: lindenau\nstreet: Rosenstr. 7\n---\n' }),
    ).toEqual(['protected-leak']);
  });

  it('may stand in its own directions, which are never published', async () => {
    const place = validFile('places/haus-rose.md').replace(
      'protected: true',
      'protected: true\ndirections: Rosenstraße 7, zweimal klingeln',
    );
    expect(await codesIn({ 'places/haus-rose.md': place })).toEqual([]);
  });
});

describe('private numbers and addresses', () => {
  it.each([
    '0171 3920012',
    '0171/3920012',
    '+49 171 39200 12',
    '0049 (0)171 3920012',
    '0171-39 20 012',
    'mira@gmx.example',
  ])('are suspected in “%s”', async (text) => {
    expect(await codesIn(withBody(`Bei Fragen: ${text}.`))).toEqual(['private-contact-suspected']);
  });

  it.each([
    '0221 4710171',
    '+49 221 4710160',
    'Zimmer 0151',
    'IBAN DE00 0151 2345 6789 0123 45',
    'info@example.org',
    '2026-01-15 bis 2026-01-17',
  ])('are not suspected in “%s”', async (text) => {
    expect(await codesIn(withBody(`Bei Fragen: ${text}.`))).toEqual([]);
  });

  it('are fine for a person with consent, not for an office', async () => {
    const consent =
      '\n    consent: { given_on: 2026-01-01, scope: [name, phone, email], valid_until: 2027-01-01, record: Ordner 7 }';
    expect(await codesIn(changedOffer('phone: +49 221 4710123', 'phone: +49 171 3920012'))).toEqual([
      'private-contact-suspected',
    ]);
    expect(
      await codesIn(
        changedOffer('phone: +49 221 4710123', `person: Mira Beispiel\n    phone: +49 171 3920012${consent}`),
      ),
    ).toEqual([]);
  });
});

const withConsent = (consent: string): Files =>
  changedOffer('  - role: Anmeldung', `  - role: Anmeldung\n    person: Mira Beispiel\n    consent: { ${consent} }`);

describe('consent', () => {
  it.each([
    ['given_on: 2026-03-01, scope: [name, phone, email], valid_until: 2026-03-01, record: x', []],
    ['given_on: 2025-03-01, scope: [name, phone, email], valid_until: 2026-02-28, record: x', ['consent-expired']],
    ['given_on: 2026-03-02, scope: [name, phone, email], valid_until: 2027-02-28, record: x', ['consent-not-yet']],
    ['given_on: 2026-01-01, scope: [phone], valid_until: 2027-02-28, record: x', ['consent-scope', 'consent-scope']],
    [
      'given_on: 2027-01-01, scope: [name, phone, email], valid_until: 2026-12-28, record: x',
      ['period-order', 'consent-not-yet'],
    ],
    ['scope: [name, phone, email]', ['consent-incomplete']],
    [
      'given_on: 2026-01-01, scope: [alles], valid_until: 2027-02-28, record: x',
      ['wrong-value', 'consent-scope', 'consent-scope', 'consent-scope'],
    ],
  ])('%s → %j', async (consent, expected) => {
    expect((await codesIn(withConsent(consent))).sort()).toEqual([...expected].sort());
  });
});

describe('review', () => {
  it.each([
    ['2025-03-01', []],
    ['2025-02-28', ['review-due']],
    ['2024-03-01', ['review-due']],
    ['2024-02-28', ['review-overdue']],
    ['2026-03-02', ['review-in-future']],
  ])('on %s, every 12 months', async (reviewed, expected) => {
    expect(await codesIn(changedOffer('reviewed: 2026-02-01', `reviewed: ${reviewed}`))).toEqual(expected);
  });

  it.each(['status: ended', 'status: draft', 'status: active\nvalid: { until: 2026-02-28 }'])(
    'is not asked of offers with %j',
    async (status) => {
      const files = changedOffer('status: active', status);
      expect(
        await codesIn({
          'offers/sprachcafe.md': files['offers/sprachcafe.md']!.replace(
            'reviewed: 2026-02-01',
            'reviewed: 2020-01-01',
          ),
        }),
      ).toEqual([]);
    },
  );
});

const ofLength = (length: number): Files => ({
  'offers/sprachcafe.en.md': validFile('offers/sprachcafe.en.md').replace(
    'Speak German over coffee and tea. Everybody is welcome.',
    'x'.repeat(length),
  ),
});

describe('translations', () => {
  const en = 'offers/sprachcafe.en.md';

  it('become outdated by a change of words, not of facts', async () => {
    expect(
      (await problemsIn(changedOffer('title: Sprachcafé', 'title: Das Sprachcafé'))).map(({ code, file }) => [
        code,
        file,
      ]),
    ).toEqual([['translation-outdated', en]]);
    expect(await problemsIn(changedOffer('to: 18:00', 'to: 19:00'))).toEqual([]);
  });

  it('need to say what they are a translation of', async () => {
    const [problem] = await problemsIn({ [en]: validFile(en).replace(/translation:[\s\S]*?by: human\n/, '') });
    expect(problem).toMatchObject({ code: 'missing-field', args: { field: 'translation' } });
  });

  it('may be longer than their source, but not endlessly', async () => {
    expect(await codesIn(ofLength(300))).toEqual([]);
    expect(await codesIn(ofLength(301))).toEqual(['too-long']);
  });

  it('tell a field that is no text from one that does not exist', async () => {
    expect(await codesIn({ [en]: validFile(en).replace('schedule:', 'cost: { kind: free }\nschedule:') })).toEqual([
      'translation-extra-field',
    ]);
    expect(await codesIn({ [en]: validFile(en).replace('schedule:', 'cots: x\nschedule:') })).toEqual([
      'unknown-field',
    ]);
  });
});

describe('vocabularies', () => {
  it('do not know what a municipality has hidden', async () => {
    const topics = 'mode: extend\nterms:\n  - { id: learn-german, hidden: true }\n';
    expect(await codesIn({ 'vocabularies/topics.yml': topics })).toEqual(
      ['offers', 'offers', 'site', 'need', 'target'].map(() => 'unknown-reference'),
    );
  });

  it('refer to terms of another vocabulary that exist', async () => {
    const topics = validFile('vocabularies/topics.yml');
    expect(await codesIn({ 'vocabularies/topics.yml': topics.replace('[language]', '[langauge]') })).toEqual([
      'unknown-reference',
    ]);
    expect(await codesIn({ 'vocabularies/topics.yml': topics.replace('fields-of-action', 'fields') })).toEqual([
      'unknown-reference',
    ]);
  });
});

describe('what the folder may hold', () => {
  it('ignores dot files and backups of editors', async () => {
    expect(await codesIn({ 'offers/.DS_Store': 'x', 'offers/sprachcafe.md~': 'x', '.gitkeep': '' })).toEqual([]);
  });

  it.each(['offers/flyer.pdf', 'offers/alt/cafe.md', 'pages/impressum.md', 'texts/en.yaml', 'vocabularies/themen.yml'])(
    'warns of %s',
    async (file) => {
      expect(await problemsIn({ [file]: 'x' })).toMatchObject([{ code: 'unexpected-file', severity: 'warning' }]);
    },
  );

  it('keeps pictures in media', async () => {
    expect(
      await codesIn({
        'media/tisch.jpg': 'x',
        ...changedOffer('status: active', 'status: active\nimage: { src: tisch.jpg, alt: Ein Tisch }'),
      }),
    ).toEqual([]);
    expect(
      await codesIn(changedOffer('status: active', 'status: active\nimage: { src: tisch.jpg, alt: Ein Tisch }')),
    ).toEqual(['image-missing']);
  });
});
