import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import type { CatalogueFunding } from '../../../src/model/catalogue.ts';
import { createSiteModel } from '../../../src/pages/site-model.ts';
import { statusRoute } from '../../../src/pages/status-route.tsx';
import { makeModel, makeOffer, makePage } from './small-catalogue.ts';

const fund: CatalogueFunding = {
  id: 'fonds',
  file: 'funding/fonds.md',
  body: '',
  language: 'de',
  translations: new Map(),
  textHash: '0123456789ab',
  data: {
    title: 'Fonds für Nachbarschaften',
    summary: 'Bezahlt Feste.',
    funder: 'Land',
    period: { until: '2026-12-31' },
    deadlines: [{ date: '2026-12-15', note: 'für Feste im Frühling' }, { date: '2028-01-01' }],
  },
};

it('lists the deadlines that come next with what they are for, and the money that runs out', () => {
  const { catalogue } = makeModel([makeOffer('fest', { funding: ['fonds'] })]);
  const model = createSiteModel({ ...catalogue, funding: new Map([['fonds', fund]]) });
  const html = renderToString(statusRoute.render('status', model, makePage(model, 'de', 'stand/')));
  expect(html).toContain('datetime="2026-12-15"');
  expect(html).toContain('für Feste im Frühling');
  expect(html).not.toContain('2028');
  expect(html).toContain('datetime="2026-12-31"');
});
