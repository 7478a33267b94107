import { describe, expect, test } from 'vitest';
import {
  isEmptySearch,
  readSearchState,
  toggleFilter,
  writeSearchState,
} from '../../../src/client/search/search-state.ts';

describe('search state in the address', () => {
  test('survives writing and reading', () => {
    const state = { text: 'Größe & café', filters: { topic: ['german', 'work'], step_free: ['yes'] } };
    expect(readSearchState(writeSearchState(state))).toEqual(state);
  });

  test('ignores unknown names, empty and repeated values, and cuts what nobody types', () => {
    const state = readSearchState(`?q=${'x'.repeat(500)}&__proto__=1&town=&town=a&town=a&utm_source=mail`);
    expect(state.filters).toEqual({ town: ['a'] });
    expect(state.text).toHaveLength(200);
  });

  test('knows a day, a place and a limit, and leaves out what is none', () => {
    const state = { text: '', filters: {}, when: 'week', near: 'brinkenau', within: 5 };
    expect(readSearchState(writeSearchState(state))).toEqual(state);
    expect(readSearchState('?when=2026-12-24').when).toBe('2026-12-24');
    expect(readSearchState('?when=2026-13-24').when).toBeUndefined();
    expect(readSearchState('?when=tomorrow&within=7&near=')).toEqual({ text: '', filters: {} });
  });

  test('a limit without a place asks for nothing', () => {
    expect(isEmptySearch({ text: '', filters: {}, within: 5 })).toBe(true);
    expect(isEmptySearch({ text: '', filters: {}, near: 'brinkenau' })).toBe(false);
    expect(isEmptySearch({ text: '', filters: {}, when: 'today' })).toBe(false);
  });

  test('toggles a value on and off and leaves no empty filter behind', () => {
    const on = toggleFilter({ text: '', filters: { day: ['monday'] } }, 'day', 'friday');
    expect(on.filters.day).toEqual(['monday', 'friday']);
    const off = toggleFilter(toggleFilter(on, 'day', 'monday'), 'day', 'friday');
    expect(off.filters).toEqual({});
    expect(isEmptySearch(off)).toBe(true);
  });

  test('white space alone is an empty search', () => {
    expect(isEmptySearch({ text: '   ', filters: {} })).toBe(true);
  });
});
