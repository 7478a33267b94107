import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { CatalogueOffer } from '../../../src/model/catalogue.ts';
import { BookletDocument } from '../../../src/pages/booklet/booklet-document.tsx';
import { bookletSections, bookletSubjects } from '../../../src/pages/booklet/booklet.ts';
import { bookletOutputs } from '../../../src/pages/booklet/booklets-page.tsx';
import { type BookletRecord, currentBooklets, groundOf } from '../../../src/pages/booklet/printed-booklets.ts';
import { townRoute } from '../../../src/pages/town-routes.tsx';
import { makeModel, makeOffer, makePage } from './small-catalogue.ts';

const at = (town: string, rest: object = {}) => ({ place: { town, protected: false, ...rest } });
const offers = [
  makeOffer('cafe', { title: 'Café </style> "Nord"' }, at('brinkenau', { street: 'Kaiweg 1' })),
  makeOffer('arzt', { title: 'Arzt', topics: ['health', 'german'] }, { towns: ['brinkenau', 'wolbersheim'] }),
  makeOffer('haus', { title: 'Zuflucht' }, at('wolbersheim', { name: 'Geheimes Haus', protected: true })),
];
const model = makeModel(offers);
const page = makePage(model, 'de');
const html = (kind: 'town' | 'topic', id: string): string =>
  renderToString(<BookletDocument subject={{ kind, id }} model={model} page={page} css="" />);

describe('a booklet', () => {
  test('there is one for every town and topic with offers', () => {
    expect(bookletSubjects(model).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'town brinkenau',
      'town wolbersheim',
      'topic german',
      'topic health',
    ]);
  });

  test('has a town’s offers by topic and a topic’s by town, each once', () => {
    const ids = (kind: 'town' | 'topic', id: string) =>
      bookletSections({ kind, id }, model, page).map((part) => [part.id, ...part.offers.map((offer) => offer.id)]);
    expect(ids('town', 'brinkenau')).toEqual([
      ['german', 'cafe', 'haus'],
      ['health', 'arzt'],
    ]);
    expect(ids('topic', 'german')).toEqual([
      ['brinkenau', 'cafe'],
      ['wolbersheim', 'haus'],
      ['elsewhere', 'arzt'],
    ]);
  });

  test('every page number it asks for belongs to a heading it has and links to', () => {
    const text = html('topic', 'german');
    const asked = Array.from(text.matchAll(/data-page-of="([^"]+)"/g), ([, name]) => name);
    expect(new Set(asked).size).toBe(3 + 3 + 1);
    for (const name of asked) {
      expect(text).toContain(` id="${name}"`);
      expect(text).toContain(`href="#${name}"`);
    }
  });

  test('what an offer says cannot end its style sheet, and a protected address is not in it', () => {
    const text = html('town', 'brinkenau');
    expect(text).toContain('Café &lt;/style');
    expect(text).toContain('Kaiweg 1');
    expect(text).not.toContain('Geheimes Haus');
    const strange = { ...model.catalogue, site: { ...model.catalogue.site, title: { de: '</style><b>"\\' } } };
    const other = makePage({ ...model, catalogue: strange }, 'de');
    const document = <BookletDocument subject={{ kind: 'town', id: 'brinkenau' }} model={model} page={other} css="" />;
    expect(renderToString(document).split('</style>').length).toBe(2);
  });
});

describe('booklets that were printed', () => {
  const record = (id: string, of: readonly CatalogueOffer[], rest: Partial<BookletRecord> = {}): BookletRecord => ({
    lang: 'de',
    kind: 'town',
    id,
    file: `de/ort-${id}.pdf`,
    pages: 8,
    bytes: 3,
    date: '2026-11-01',
    content: '0',
    offers: Object.fromEntries(of.map((offer) => [offer.id, groundOf(offer, model.catalogue)])),
    ...rest,
  });

  function folderWith(...booklets: BookletRecord[]): string {
    const folder = mkdtempSync(join(tmpdir(), 'hefte-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(join(folder, 'de'));
    for (const { file } of booklets) if (!file.includes('..')) writeFileSync(join(folder, file), 'PDF');
    writeFileSync(join(folder, 'hefte.json'), JSON.stringify({ booklets }));
    return folder;
  }

  const shown = (folder: string, changed: readonly CatalogueOffer[]): string[] =>
    currentBooklets(folder, makeModel(changed).catalogue).printed.map(({ id }) => id);

  test('stand on the site while nobody is sent to a wrong door', () => {
    const folder = folderWith(record('brinkenau', offers));
    const [cafe, ...others] = offers as [CatalogueOffer, ...CatalogueOffer[]];
    const changed = (data: object, rest: object = {}) => [
      { ...cafe, data: { ...cafe.data, ...data }, ...rest },
      ...others,
    ];
    expect(shown(folder, offers)).toEqual(['brinkenau']);
    expect(shown(folder, changed({ summary: 'Neu' }))).toEqual(['brinkenau']);
    expect(shown(folder, [...offers, makeOffer('neu')])).toEqual(['brinkenau']);
    expect(shown(folder, changed({ contacts: [] }))).toEqual([]);
    expect(shown(folder, changed({}, at('brinkenau', { street: 'Kaiweg 2' })))).toEqual([]);
    expect(shown(folder, changed({}, { standing: 'ended' }))).toEqual([]);
    expect(shown(folder, others)).toEqual([]);
  });

  test('a file that is not the one in the list, or is somewhere else, is left out', () => {
    const broken = record('wolbersheim', offers, { bytes: 4 });
    const outside = record('x', offers, { file: '../../etc/passwd' });
    expect(shown(folderWith(broken, outside), offers)).toEqual([]);
    expect(shown('/does/not/exist', offers)).toEqual([]);
  });

  test('are listed with pages, size and date, and the page of the town leads to them', () => {
    const folder = folderWith(record('brinkenau', offers), record('wolbersheim', offers, { bytes: 3 }));
    const withBooklets = { ...page, booklets: currentBooklets(folder, model.catalogue).printed };
    const outputs = bookletOutputs(model, [withBooklets, makePage(model, 'ar')], folder);
    expect(outputs.map(({ path }) => path)).toEqual([
      'de/hefte/index.html',
      'hefte/de/ort-brinkenau.pdf',
      'hefte/de/ort-wolbersheim.pdf',
    ]);
    expect(outputs[1]!.render().toString()).toBe('PDF');
    const list = outputs[0]!.render().toString();
    expect(list).toContain('/hefte/de/ort-brinkenau.pdf"');
    expect(list).toContain('8 Seiten, 0,1 MB, Stand: 1. November 2026');
    const town = renderToString(townRoute.render({ id: 'brinkenau', number: 1 }, model, withBooklets));
    expect(town).toContain('/hefte/de/ort-brinkenau.pdf"');
    expect(renderToString(townRoute.render({ id: 'brinkenau', number: 1 }, model, page))).not.toContain('.pdf');
  });
});
