import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { CatalogueOffer } from '../../../src/model/catalogue.ts';
import { offerRoute } from '../../../src/pages/offer-route.tsx';
import { makeModel, makeOffer, makePage, makeTranslation } from './small-catalogue.ts';

function render(offer: CatalogueOffer, lang = 'de', others: readonly CatalogueOffer[] = []): string {
  const model = makeModel([offer, ...others]);
  return renderToString(offerRoute.render(offer.id, model, makePage(model, lang, offerRoute.path(offer.id))));
}

/** The words of a page, without its head. */
const textOf = (html: string): string =>
  html
    .replace(/^.*<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('an offer that nobody can be asked about any more', () => {
  const offer = makeOffer('cafe', { contacts: [] });
  const withOrganisation = (data: object): string => {
    const model = makeModel([offer]);
    const organisations = new Map(
      Array.from(model.catalogue.organisations, ([id, entry]) => [id, { ...entry, data: { ...entry.data, ...data } }]),
    );
    const extended = { ...model, catalogue: { ...model.catalogue, organisations } };
    return renderToString(offerRoute.render('cafe', extended, makePage(extended, 'de', offerRoute.path('cafe'))));
  };

  test('leads to its organisation', () => {
    const html = withOrganisation({ contacts: [{ phone: '+49 221 4710199' }] });
    expect(html).toContain('href="tel:+492214710199"');
    expect(textOf(html)).toContain('Kontakt Verein');
    expect(html).not.toContain('help-box');
    expect(withOrganisation({ url: 'https://example.org/verein' })).toMatch(/class="contacts".*example\.org\/verein/s);
  });

  test('leads to the municipality where the organisation has no contact either', () => {
    const html = render(offer);
    expect(html).toContain('class="help-box"');
    expect(html).toContain('href="tel:+492214710100"');
  });

  test('keeps a name without a number, and adds whom to call', () => {
    const named = makeOffer('cafe', { contacts: [{ role: 'Frau vom Empfang' }] });
    const text = textOf(render(named));
    expect(text).toContain('Frau vom Empfang');
    expect(text).toContain('+49 221 4710100');
  });
});

describe('an offer’s page', () => {
  test('answers what, for whom, when, where, what it costs, which languages, how to register and whom to call', () => {
    const text = textOf(
      render(
        makeOffer('cafe', {
          schedule: [{ days: ['tuesday'], from: '16:00', to: '18:00', school_holidays: 'no' }],
          cost: { kind: 'paid', amount: 2.5, unit: 'session' },
        }),
      ),
    );
    for (const words of [
      'Treffpunkt',
      'Alle Menschen',
      'Dienstag, jede Woche',
      '16:00–18:00 Uhr',
      'nicht in den Schulferien',
      '2,50 € pro Termin',
      'Deutsch',
      'ohne Anmeldung',
      'Anrufen: +49 221 4710123',
      'Ohne Stufen erreichbar Ja',
      'Zuletzt geprüft 1. Oktober 2026',
    ]) {
      expect(text.replaceAll('\u00A0', ' ')).toContain(words);
    }
  });

  test('has one headline and links to call and write', () => {
    const html = render(makeOffer('cafe'));
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('href="tel:+492214710123"');
    expect(html).toContain('href="mailto:buero@example.org"');
  });

  test('lists the next dates and loads the script that hides those that have passed; an ended offer needs none', () => {
    const html = render(makeOffer('cafe', { schedule: [{ days: ['tuesday'], from: '16:00' }] }));
    expect(html).toMatch(/data-next-date[^>]*><time datetime="2026-11-24T16:00">/);
    expect(html).toContain('offer.js');
    expect(render(makeOffer('cafe', {}, { standing: 'ended' }))).not.toContain('offer.js');
  });

  test('shows the source text under translated labels, with its language, where there is no translation', () => {
    const html = render(makeOffer('cafe', {}, { body: 'Mehr *dazu*.' }), 'en');
    expect(html).toMatch(/<h1[^>]* lang="de" dir="ltr"[^>]*>Sprachcafé am Hafen/);
    expect(html).toMatch(/<div class="prose" lang="de" dir="ltr"><p>Mehr <em>dazu<\/em>/);
    expect(textOf(html)).toContain('This text has not been translated yet');
    expect(textOf(html)).toContain('Registration');
  });

  test('marks only the gaps of a translation as foreign', () => {
    const translations = new Map([['en', makeTranslation({ title: 'Language café' })]]);
    const html = render(makeOffer('cafe', {}, { translations }), 'en');
    expect(html).toMatch(/<h1[^>]*>Language café/);
    expect(html).not.toMatch(/<h1[^>]* lang=/);
    expect(html).toMatch(/class="lead" lang="de" dir="ltr"/);
  });

  test('says that a translation is outdated, and leads to the original', () => {
    const translations = new Map([['en', makeTranslation({ title: 'Language café' }, { outdated: true })]]);
    const html = render(makeOffer('cafe', {}, { translations }), 'en');
    expect(textOf(html)).toContain('The original has changed');
    expect(html).toContain('href="/base/de/angebote/cafe/" hreflang="de"');
  });

  test('gives nothing of a protected place but its town', () => {
    const html = render(
      makeOffer(
        'haus',
        { place: { name: 'Geschützter Ort', town: 'brinkenau', directions: 'Hinter der Kirche', protected: true } },
        { place: { town: 'brinkenau', name: 'Geschützter Ort', protected: true } },
      ),
    );
    expect(textOf(html)).toContain('Die Adresse ist vertraulich');
    expect(html).not.toContain('geo:');
    expect(html).not.toContain('Hinter der Kirche');
  });

  test('leads to the place on a map', () => {
    const place = { town: 'brinkenau', street: 'Kai 1', geo: { lat: 54.5, lon: 6.3 }, protected: false };
    const html = render(makeOffer('cafe', { place: { town: 'brinkenau', street: 'Kai 1' } }, { place }));
    expect(html).toContain('href="geo:54.5,6.3?q=54.5,6.3"');
    expect(textOf(html)).toContain('Kai 1');
  });

  test('names the nearest stop as its sign does, in every language of the page', () => {
    const stop = { name: 'Lindenplatz', lines: ['Bus 3', 'RB 54'], minutes: 4 };
    const place = { town: 'brinkenau', street: 'Kai 1', protected: false };
    const html = render(makeOffer('cafe', { place: { town: 'brinkenau', street: 'Kai 1', stop } }, { place }), 'en');
    expect(textOf(html)).toContain('Nearest stop Lindenplatz (Bus 3, RB 54) · 4 minutes on foot');
    expect(html).toMatch(/<bdi lang="de"[^>]*>Lindenplatz/);
  });

  test('says when a pause ends and why it is', () => {
    const paused = { until: '2026-12-31', reason: 'Umbau' };
    const text = textOf(render(makeOffer('cafe', { paused }, { standing: 'paused' })));
    expect(text).toContain('macht zurzeit Pause');
    expect(text).toContain('31. Dezember 2026');
    expect(text).toContain('Umbau');
  });

  test('leads on from an offer that has ended, which search engines forget', () => {
    const html = render(makeOffer('alt', { status: 'ended' }, { standing: 'ended' }), 'de', [makeOffer('neu')]);
    expect(html).toContain('<meta name="robots" content="noindex"');
    expect(textOf(html)).toContain('Diese Angebote gibt es jetzt');
    expect(html).toContain('href="/base/de/angebote/neu/"');
  });

  test('asks to ask first where the facts are old', () => {
    expect(textOf(render(makeOffer('cafe', {}, { freshness: 'ask-first' })))).toContain('Bitte fragen Sie nach');
  });

  test('stays on the page when the language is changed, and names the same page in all languages to machines', () => {
    const html = render(makeOffer('cafe'), 'ar');
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('href="/base/en/angebote/cafe/" hreflang="en"');
    expect(html).toContain('<link rel="alternate" hreflang="en" href="https://example.org/base/en/angebote/cafe/"');
    expect(html).toContain('<link rel="canonical" href="https://example.org/base/ar/angebote/cafe/"');
  });

  test('describes itself to machines, without markup in it', () => {
    const html = render(makeOffer('cafe', { title: 'A </script><b>' }));
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(json)).toMatchObject({ '@type': 'Service', name: 'A </script><b>', isAccessibleForFree: true });
  });
});
