import { describe, expect, test } from 'vitest';
import { renderToString } from 'preact-render-to-string';
import type { CatalogueOffer, EmergencyNumber, Term } from '../../../../src/model/catalogue.ts';
import type { OfferSelection } from '../../../../src/model/offer-selection.ts';
import { emergencyRoute } from '../../../../src/pages/emergency/emergency-route.tsx';
import { fittingOffers } from '../../../../src/pages/life-situations/fitting-offers.ts';
import { situationRoute } from '../../../../src/pages/life-situations/situation-route.tsx';
import { createSiteModel, type SiteModel } from '../../../../src/pages/site-model.ts';
import { startRoute } from '../../../../src/pages/start-route.tsx';
import { makeModel, makeOffer, makePage } from '../small-catalogue.ts';

const situation = (id: string, mapsTo: Term['mapsTo'], icon = 'house'): readonly [string, Term] => [
  id,
  { id, label: { de: `Lage ${id}`, en: `Situation ${id}` }, icon, mapsTo, synonyms: {} },
];

const police: EmergencyNumber = { id: 'police', kind: 'emergency', phone: '110', name: { de: 'Polizei' } };

function modelWith(offers: readonly CatalogueOffer[], situations: readonly (readonly [string, Term])[]): SiteModel {
  const { catalogue } = makeModel(offers);
  return createSiteModel({
    ...catalogue,
    emergency: [police],
    vocabularies: { ...catalogue.vocabularies, 'life-situations': new Map(situations) },
  });
}

const ids = (selection: OfferSelection, offers: readonly CatalogueOffer[], lang = 'de'): string[] =>
  fittingOffers(selection, makeModel(offers), lang).map(({ id }) => id);

describe('fitting offers', () => {
  test('come the most fitting first: mainly about it, for the people meant, for many towns', () => {
    const offers = [
      makeOffer('touches', { topics: ['health', 'german'] }),
      makeOffer('mainly', { topics: ['german'] }),
      makeOffer('meant', { topics: ['german'], audience: { groups: ['newcomers'] } }),
      makeOffer('wide', { topics: ['german'] }, { towns: ['brinkenau', 'wolbersheim'] }),
    ];
    expect(ids({ topics: ['german'], target_groups: ['newcomers'] }, offers)).toEqual([
      'meant',
      'wide',
      'mainly',
      'touches',
    ]);
  });

  test('come first where the reader’s language is spoken, not where it is only on paper', () => {
    const offers = [
      makeOffer('aa', {
        languages: [
          { code: 'de', kind: 'spoken' },
          { code: 'ar', kind: 'material' },
        ],
      }),
      makeOffer('bb', { languages: [{ code: 'de', kind: 'spoken' }] }),
      makeOffer('cc', { languages: [{ code: 'ar', kind: 'interpreter' }] }),
    ];
    expect(ids({ topics: ['german'] }, offers, 'ar')).toEqual(['cc', 'aa', 'bb']);
    expect(ids({ topics: ['german'] }, offers, 'de-simple')).toEqual(['aa', 'bb', 'cc']);
  });

  test('take turns by topic, so that the first few show them all', () => {
    const offers = [
      makeOffer('g1', { topics: ['german'] }),
      makeOffer('g2', { topics: ['german'] }),
      makeOffer('h1', { topics: ['health'] }),
    ];
    expect(ids({ topics: ['german', 'health'] }, offers)).toEqual(['g1', 'h1', 'g2']);
  });

  test('can be used: none on pause, none that has ended, full ones last', () => {
    const offers = [
      makeOffer('full', { capacity: { state: 'full', as_of: '2026-11-01' } }),
      makeOffer('paused', {}, { standing: 'paused' }),
      makeOffer('over', {}, { standing: 'ended' }),
      makeOffer('soon', {}, { standing: 'upcoming' }),
      makeOffer('now'),
    ];
    expect(ids({ topics: ['german'] }, offers)).toEqual(['now', 'full', 'soon']);
  });
});

describe('the page of a situation', () => {
  const many = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => makeOffer(id, { title: `Kurs ${id}` }));
  const model = modelWith(many, [
    situation('learn', { topics: ['german', 'health'] }),
    situation('empty', { topics: ['health'] }),
    situation('emergency', { topics: ['german'] }),
    situation('helping', { types: ['volunteering'] }),
    situation('unknown', { topics: ['no-such-topic'] }),
  ]);
  const html = (id: string, lang = 'de'): string =>
    renderToString(situationRoute.render(id, model, makePage(model, lang, situationRoute.path(id))));

  test('exists for what leads somewhere and has no page yet', () => {
    expect([...situationRoute.items(model, 'de')]).toEqual(['learn', 'empty', 'helping']);
    const helped = modelWith(
      [makeOffer('v', { type: 'volunteering' })],
      [situation('helping', { types: ['volunteering'] })],
    );
    expect([...situationRoute.items(helped, 'de')]).toEqual([]);
  });

  test('shows a few offers however many there are, and leads on to all of them and to those of a town', () => {
    const page = html('learn');
    expect(page.match(/class="offer-card"/g)).toHaveLength(4);
    expect(page).toContain('href="/base/de/angebote/?topic=german&amp;topic=health"');
    expect(page).toContain('Alle 6 Angebote ansehen');
    expect(page).toMatch(/<form class="town-choice" action="\/base\/de\/angebote\/" method="get">/);
    expect(page).toContain('<input type="hidden" name="topic" value="health"');
    expect(page).toContain('<option value="wolbersheim">Wolbersheim</option>');
    expect(page).toContain('tel:+492214710100');
  });

  test('says what to do next where there is nothing', () => {
    const page = html('empty');
    expect(page).toContain('Hier gibt es noch kein Angebot');
    expect(page).toContain('href="/base/de/mitmachen/fehlt/"');
    expect(page).toContain('tel:+492214710100');
  });

  test('marks a name that it has in another language only', () => {
    expect(html('learn', 'ar')).toMatch(/<h1[^>]* lang="de" dir="ltr">Lage learn/);
  });
});

describe('the start page', () => {
  const start = (model: SiteModel, lang = 'de'): string =>
    renderToString(startRoute.render('start', model, makePage(model, lang)));

  test('offers every answer with its picture, and danger leads straight to the numbers', () => {
    const model = modelWith(
      [makeOffer('a'), makeOffer('v', { type: 'volunteering' })],
      [
        situation('learn', { topics: ['german'] }),
        situation('emergency', { topics: ['german'] }),
        situation('helping', { types: ['volunteering'] }),
      ],
    );
    const html = start(model);
    const targets = Array.from(html.matchAll(/<a class="choice[^"]*" href="([^"]*)"/g), ([, href]) => href);
    expect(targets).toEqual(['/base/de/lebenslagen/learn/', '/base/de/notfall/', '/base/de/ehrenamt/']);
    expect(html.match(/<span class="choice-icon"><svg[^>]* aria-hidden="true"/g)).toHaveLength(3);
  });

  test('of a town whose topics nobody mapped begins with the topics', () => {
    const html = start(modelWith([makeOffer('a')], [situation('learn', { topics: ['no-such-topic'] })]));
    expect(html).not.toContain('class="choice');
    expect(html).toContain('class="topic-tile"');
  });

  test('shows the video in sign language only where there is one, and lets it be played', () => {
    const { catalogue } = makeModel([makeOffer('a')]);
    const sign_language = { video: 'dgs.mp4', poster: 'dgs.jpg', captions: 'dgs.vtt', transcript: 'dgs-text' };
    const withVideo = createSiteModel({ ...catalogue, site: { ...catalogue.site, sign_language } });
    const html = start(withVideo);
    expect(html).toMatch(/<video controls preload="none"[^>]* poster="\/base\/media\/dgs\.jpg"/);
    expect(html).toContain('<track kind="captions" src="/base/media/dgs.vtt" srclang="de"');
    expect(html).toContain('href="/base/de/dgs-text/"');
    expect(html).toContain("media-src 'self'");
    const without = start(makeModel([makeOffer('a')]));
    expect(without).not.toMatch(/<video|media-src/);
    const linked = createSiteModel({
      ...catalogue,
      site: { ...catalogue.site, sign_language: { url: 'https://www.example.org/dgs' } },
    });
    expect(start(linked)).toContain('href="https://www.example.org/dgs"');
    expect(start(linked)).not.toMatch(/<video|media-src/);
  });
});

describe('the emergency page', () => {
  const model = modelWith(
    [makeOffer('near', { topics: ['health'] })],
    [situation('emergency', { topics: ['health'] })],
  );
  const html = (lang: string): string =>
    renderToString(emergencyRoute.render('emergency', model, makePage(model, lang, 'notfall/')));

  test('calls with one tap, says in German what to say, and knows who helps nearby', () => {
    const page = html('ar');
    expect(page).toMatch(/<a class="call-number" href="tel:110">/);
    expect(page).toMatch(/<h3 class="call-name" lang="de" dir="ltr">Polizei/);
    expect(page).toMatch(/<span lang="de" dir="ltr">Ich brauche die Polizei\.<\/span>أحتاج/);
    expect(page).toContain('/base/ar/angebote/near/');
  });

  test('is in the menu of every page, and not there where a town has no number', () => {
    expect(renderToString(startRoute.render('start', model, makePage(model, 'de')))).toMatch(
      /<li class="menu-urgent"><a href="\/base\/de\/notfall\/">Notfall</,
    );
    const bare = makeModel([]);
    expect([...emergencyRoute.items(bare, 'de')]).toEqual([]);
    expect(renderToString(startRoute.render('start', bare, makePage(bare, 'de')))).not.toContain('notfall/');
  });
});
