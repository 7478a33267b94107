import { expect, it } from 'vitest';
import { expandToTowns, resolvePlace, townOf, withParents } from '../../../src/model/places.ts';
import type { Place } from '../../../src/model/schema.generated.ts';

const places: ReadonlyMap<string, Place> = new Map<string, Place>([
  ['kreis', { name: 'Kreis', kind: 'district', ags: '05999' }],
  ['berg', { name: 'Berg', kind: 'town', ags: '05999001', part_of: 'kreis' }],
  ['tal', { name: 'Tal', kind: 'town', ags: '05999002', part_of: 'kreis' }],
  ['fern', { name: 'Fern', kind: 'town', ags: '05998001' }],
  ['bergheim', { name: 'Bergheim', kind: 'quarter', part_of: 'berg' }],
  ['saal', { name: 'Saal', kind: 'venue', part_of: 'bergheim', street: 'Weg 1' }],
  ['a', { name: 'A', kind: 'quarter', part_of: 'b' }],
  ['b', { name: 'B', kind: 'quarter', part_of: 'a' }],
]);

it('follows what a place is part of, and stops where it goes round in circles', () => {
  expect(withParents('saal', places)).toEqual(['saal', 'bergheim', 'berg', 'kreis']);
  expect(withParents('a', places)).toEqual(['a', 'b']);
  expect(withParents('unknown', places)).toEqual([]);
});

it('finds the town of a place', () => {
  expect(['saal', 'berg', 'kreis', 'a', 'unknown'].map((id) => townOf(id, places))).toEqual([
    'berg',
    'berg',
    undefined,
    undefined,
    undefined,
  ]);
});

it('expands districts to their towns, each once, in the order of the places', () => {
  expect(expandToTowns(['kreis'], places)).toEqual(['berg', 'tal']);
  expect(expandToTowns(['fern', 'tal', 'kreis'], places)).toEqual(['berg', 'tal', 'fern']);
  expect(expandToTowns([], places)).toEqual([]);
});

it('keeps only name and town of a protected address', () => {
  const address = {
    name: 'Haus',
    town: 'berg',
    street: 'Weg 1',
    postal_code: '00123',
    geo: { lat: 54.5, lon: 6.3 },
    directions: 'links',
  };
  expect(resolvePlace({ ...address, protected: true }, places)).toEqual({
    name: 'Haus',
    town: 'berg',
    protected: true,
  });
  expect(resolvePlace(address, places)).toEqual({
    name: 'Haus',
    town: 'berg',
    street: 'Weg 1',
    postalCode: '00123',
    geo: address.geo,
    protected: false,
  });
});

it('names quarters and venues, but not the town a second time', () => {
  expect(resolvePlace('bergheim', places)).toEqual({
    id: 'bergheim',
    name: 'Bergheim',
    town: 'berg',
    protected: false,
  });
  expect(resolvePlace('berg', places)).toEqual({ town: 'berg', protected: false });
  expect(resolvePlace('kreis', places)).toBeUndefined();
});
