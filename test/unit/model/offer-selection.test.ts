import { expect, test } from 'vitest';
import { isSelected } from '../../../src/model/offer-selection.ts';

const course = { type: 'course', topics: ['german', 'work'], audience: { groups: ['women'] } } as const;
const task = { type: 'volunteering', topics: ['german'], audience: { groups: ['volunteers'] } } as const;

test('an offer must have one of the topics and, where types are named, be of one of them', () => {
  expect(isSelected({ topics: ['housing', 'work'] }, course)).toBe(true);
  expect(isSelected({ topics: ['housing'] }, course)).toBe(false);
  expect(isSelected({ topics: ['german'], types: ['counselling'] }, course)).toBe(false);
  expect(isSelected({ types: ['course', 'counselling'] }, course)).toBe(true);
});

test('target groups choose only where nothing else does', () => {
  expect(isSelected({ topics: ['german'], target_groups: ['men'] }, course)).toBe(true);
  expect(isSelected({ target_groups: ['men'] }, course)).toBe(false);
  expect(isSelected({ target_groups: ['women'] }, course)).toBe(true);
  expect(isSelected({}, course)).toBe(false);
});

test('who needs help is not asked to help', () => {
  expect(isSelected({ topics: ['german'] }, task)).toBe(false);
  expect(isSelected({ target_groups: ['volunteers'] }, task)).toBe(false);
  expect(isSelected({ types: ['volunteering'] }, task)).toBe(true);
});
