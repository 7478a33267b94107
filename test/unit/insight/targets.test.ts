import { describe, expect, it } from 'vitest';
import { countMet, judgeTargets, type TargetCase } from '../../../src/insight/targets.ts';
import type { Target } from '../../../src/model/catalogue.ts';
import { catalogueOf, type OfferPart } from './sample-catalogue.ts';

const target = (data: Partial<Target>): Target => ({
  id: 'target',
  label: { de: 'Ziel' },
  minimum: 1,
  per: 'town',
  offers: {},
  ...data,
});

/** `ahornstadt/uk: offers of those needed`, unmet ones marked. */
const asText = ({ town, language, offers, minimum, met }: TargetCase): string =>
  `${town ?? 'all'}${language ? `/${language}` : ''}: ${offers.join('+') || 'none'} of ${minimum}${met ? '' : ' !'}`;

const judge = (offers: Readonly<Record<string, OfferPart>>, ...targets: Target[]): TargetCase[] =>
  judgeTargets(catalogueOf(offers, { targets }));

describe('targets', () => {
  it('hold in every town, unmet ones first, towns by name', () => {
    const course: OfferPart = {
      type: 'course',
      audience: { groups: ['adults'], german: { min: 'none', target: 'A1' } },
      childcare: { available: 'on-request' },
      service_area: ['birkenau'],
    };
    const cases = judge(
      { course, other: { type: 'course', service_area: ['ahornstadt'] } },
      target({ offers: { types: ['course'], german: ['A1'], childcare: true } }),
    );
    expect(cases.map(asText)).toEqual(['ahornstadt: none of 1 !', 'zedernheim: none of 1 !', 'birkenau: course of 1']);
  });

  it('hold for each language by itself, and only in the towns that are named', () => {
    const cases = judge(
      {
        beratung: {
          languages: [
            { code: 'ar', kind: 'spoken' },
            { code: 'uk', kind: 'material' },
          ],
          service_area: ['kreis'],
        },
        dolmetschen: { languages: [{ code: 'uk', kind: 'interpreter' }], service_area: ['birkenau'] },
      },
      target({
        offers: { types: ['counselling'] },
        towns: ['ahornstadt', 'birkenau'],
        each: { languages: ['ar', 'uk'] },
      }),
    );
    expect(cases.map(asText)).toEqual([
      'ahornstadt/uk: none of 1 !',
      'ahornstadt/ar: beratung of 1',
      'birkenau/ar: beratung of 1',
      'birkenau/uk: dolmetschen of 1',
    ]);
  });

  it('can hold once for the district, with more than one offer', () => {
    const [found] = judge(
      { a: { service_area: ['zedernheim'] }, b: { service_area: ['kreis'] }, c: { cost: { kind: 'paid' } } },
      target({ per: 'district', minimum: 3, offers: { cost: 'free' } }),
    );
    expect(found).toMatchObject({ met: false, offers: ['a', 'b'], missing: 1 });
    expect(found!.town).toBeUndefined();
  });

  it('do not count paused offers, and say so', () => {
    const cases = judge(
      { a: { standing: 'paused' }, b: { standing: 'ended' } },
      target({ offers: { types: ['counselling'] }, towns: ['ahornstadt'] }),
    );
    expect(cases[0]).toMatchObject({ met: false, nearMisses: [{ lacks: 'standing', offers: ['a'] }] });
  });

  it('name what lacks one thing only, what is easiest to change first', () => {
    const [found] = judge(
      {
        tongue: { type: 'course', childcare: { available: 'yes' } },
        care: { type: 'course', languages: [{ code: 'uk', kind: 'spoken' }] },
        elsewhere: {
          type: 'course',
          childcare: { available: 'yes' },
          languages: [{ code: 'uk', kind: 'spoken' }],
          service_area: ['birkenau'],
        },
        both: { type: 'course' },
      },
      target({
        offers: { types: ['course'], childcare: true },
        towns: ['ahornstadt'],
        each: { languages: ['uk'] },
      }),
    );
    expect(found!.nearMisses).toEqual([
      { lacks: 'offer-language', offers: ['tongue'] },
      { lacks: 'childcare', offers: ['care'] },
      { lacks: 'town', offers: ['elsewhere'] },
    ]);
  });

  it.each<[keyof Target['offers'], Target['offers'], OfferPart]>([
    ['topics', { topics: ['german', 'meeting'] }, { topics: ['german'] }],
    ['fields_of_action', { fields_of_action: ['language'] }, { fields_of_action: ['language'] }],
    ['target_groups', { target_groups: ['women'] }, { audience: { groups: ['women'] } }],
    ['weekdays', { weekdays: ['saturday', 'sunday'] }, { schedule: [{ days: ['sunday'] }] }],
    ['cost', { cost: 'free' }, { cost: { kind: 'free' } }],
    ['step_free', { step_free: true }, { accessibility: { step_free: 'yes' } }],
    ['online', { online: true }, { delivery: ['online'] }],
  ])('ask for %s', (_, offers, part) => {
    const plain: OfferPart = { cost: { kind: 'paid' } };
    const asked = target({ offers, per: 'district' });
    expect(judge({ fits: { ...plain, ...part }, plain }, asked)[0]!.offers).toEqual(['fits']);
  });

  it('are counted by target, those that hold nowhere included', () => {
    const targets = [target({ id: 'all' }), target({ id: 'free', offers: { cost: 'free' } })];
    const catalogue = catalogueOf({ a: { service_area: ['kreis'], cost: { kind: 'paid' } } }, { targets });
    expect([...countMet(judgeTargets(catalogue), targets)]).toEqual([
      ['all', { met: 2, of: 3 }],
      ['free', { met: 0, of: 3 }],
    ]);
  });
});
