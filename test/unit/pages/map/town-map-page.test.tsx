import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { PublicPlace } from '../../../../src/model/catalogue.ts';
import { mapFiles, mapRoute, townMapRoute } from '../../../../src/pages/map/map-routes.tsx';
import { townMaps } from '../../../../src/pages/map/town-maps.ts';
import { makeModel, makeOffer, makePage } from '../small-catalogue.ts';

const at = (lat: number, lon: number, rest: Partial<PublicPlace> = {}): PublicPlace => ({
  town: 'brinkenau',
  geo: { lat, lon },
  protected: false,
  ...rest,
});
const offerAt = (id: string, place: PublicPlace, title = id) => makeOffer(id, { title }, { place });

describe('the map of a town', () => {
  it('has one point for all offers at one position, and a frame where there is no outline', () => {
    const model = makeModel([
      offerAt('a', at(54.5, 6.3, { name: 'Haus', street: 'Kai 1' })),
      offerAt('b', at(54.500_01, 6.300_01)),
      offerAt('c', at(54.52, 6.33, { street: 'Deich 2' })),
    ]);
    const town = townMaps(model).get('brinkenau')!;
    expect(town.places.map(({ number, offers }) => [number, offers.map(({ id }) => id)])).toEqual([
      [1, ['c']],
      [2, ['a', 'b']],
    ]);
    const page = makePage(model, 'de', 'karte/brinkenau/');
    const html = renderToString(townMapRoute.render('brinkenau', model, page));
    expect(html).toContain('map-town-hull');
    expect(html).toMatch(/<title>2: Haus, 2 Angebote<\/title>/);
    expect(html).toContain('href="#ort-2"');
    expect(html).toContain('id="ort-2"');
    expect(renderToString(mapRoute.render('map', model, makePage(model, 'de', 'karte/')))).toContain(
      '<title>Brinkenau: 3 Angebote</title>',
    );
  });

  it('gives nothing of a protected place or of an ended offer to any file', () => {
    const model = makeModel([
      offerAt('offen', at(54.5, 6.3)),
      // Even where a position was left in it by mistake.
      offerAt('geheim', at(54.51, 6.31, { protected: true, name: 'Zuflucht', street: 'Geheimweg 7' })),
      makeOffer('vorbei', { title: 'vorbei' }, { place: at(54.52, 6.32), standing: 'ended' }),
    ]);
    const page = (lang: string) => makePage(model, lang, 'karte/brinkenau/');
    const files = mapFiles(model, new Map([['de', () => page('de')]]));
    const all = [
      ...files.map((file) => file.render().toString('utf8')),
      renderToString(townMapRoute.render('brinkenau', model, page('de'))),
      renderToString(mapRoute.render('map', model, page('de'))),
    ].join('\n');
    expect(all).toContain('offen');
    expect(all).not.toMatch(/geheim|Zuflucht|vorbei/i);
  });

  it('does not grow without end: a hundred places stand on the page, all in the file for the script', () => {
    const offers = Array.from({ length: 400 }, (_, index) =>
      offerAt(`o${index}`, at(54.4 + (index % 20) / 100, 6.2 + Math.floor(index / 20) / 100)),
    );
    const model = makeModel(offers);
    const page = makePage(model, 'de', 'karte/brinkenau/');
    const html = renderToString(townMapRoute.render('brinkenau', model, page));
    expect(html.match(/class="map-place"/g)).toHaveLength(100);
    expect(html.match(/class="map-mark"/g)!.length).toBeLessThan(170);
    const [file] = mapFiles(model, new Map([['de', () => page]]));
    expect(JSON.parse(file!.render().toString('utf8'))).toHaveLength(400);
  });

  it('is not made where nothing has a position', () => {
    const model = makeModel([makeOffer('a')]);
    expect([...mapRoute.items(model, 'de'), ...townMapRoute.items(model, 'de')]).toEqual([]);
  });

  it('asks another server for nothing, and names it where the town has a street map of its own', () => {
    const model = makeModel([offerAt('a', at(54.5, 6.3))]);
    const html = (own: typeof model) =>
      renderToString(townMapRoute.render('brinkenau', own, makePage(own, 'de', 'karte/brinkenau/')));
    expect(html(model)).toContain("img-src 'self' data:;");
    const tiles = { url: 'https://karten.example.org/{z}/{x}/{y}.png', attribution: 'Kreis' };
    const { catalogue } = model;
    const withTiles = { ...model, catalogue: { ...catalogue, site: { ...catalogue.site, map: { tiles } } } };
    const streets = html(withTiles);
    expect(streets).toContain("img-src 'self' data: https://karten.example.org;");
    expect(streets).not.toContain('<image');
  });
});
