import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { matrixRoute } from '../../../src/pages/gaps-routes.tsx';
import { createSiteModel } from '../../../src/pages/site-model.ts';
import { makeModel, makeOffer, makePage } from './small-catalogue.ts';

it('says on the page of a table how many of its cells were empty on the days of which the state was kept', () => {
  const { catalogue } = makeModel([makeOffer('cafe')]);
  const id = { rows: 'topic', columns: 'cost' } as const;
  const snapshot = { version: 1, date: '2026-06-30', offers: {}, matrices: [{ ...id, cells: {} }] };
  const render = (snapshots: readonly (typeof snapshot)[]): string => {
    const model = createSiteModel({
      ...catalogue,
      site: { ...catalogue.site, gaps: { matrices: [id] } },
      snapshots,
    });
    const [item] = model.catalogue.site.gaps.matrices;
    return renderToString(matrixRoute.render(item!, model, makePage(model, 'de', 'luecken/topic-cost/')));
  };
  const cells = catalogue.vocabularies.topics.size * 3;
  const shown = Array.from(render([snapshot]).matchAll(/<td>(\d+ von \d+)<\/td>/g), ([, text]) => text);
  expect(shown).toEqual([`${cells} von ${cells}`, `${cells - 1} von ${cells}`]);
  expect(render([])).not.toContain('Felder ohne ein einziges Angebot');
});
