import { expect, test } from 'vitest';
import { readPivotState, writePivotState } from '../../../src/client/gaps/pivot-state.ts';

const dimensions = new Set(['topic', 'town', 'type']);

test('what is looked at comes back from the address', () => {
  const state = { rows: 'type', columns: 'town', row: 'course', column: 'brinkenau' };
  expect(readPivotState(writePivotState(state), dimensions)).toEqual(state);
  expect(writePivotState({})).toBe('');
});

test('a dimension that does not exist, or is asked for twice, is ignored, and with it the cell', () => {
  expect(readPivotState('?rows=nonsense&columns=town&row=a&column=b', dimensions)).toEqual({ columns: 'town' });
  expect(readPivotState('?rows=town&columns=town&row=a&column=b', dimensions)).toEqual({ rows: 'town' });
});

test('a cell needs both of its names', () => {
  expect(readPivotState('?rows=type&columns=town&row=course', dimensions)).toEqual({ rows: 'type', columns: 'town' });
});
