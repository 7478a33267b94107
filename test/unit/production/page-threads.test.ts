import { expect, test } from 'vitest';
import { Turns } from '../../../src/production/page-thread.ts';
import { bundleThread, PageThreads, threadsFor, writeShared } from '../../../src/production/page-threads.ts';
import { makeModel } from '../pages/small-catalogue.ts';

test.each([
  [3, 1000],
  [4, 5],
  [2, 1],
])('%i threads take each of %i pages once, whoever comes first', (threads, pages) => {
  const { memory } = new Turns(threads, pages);
  // Each thread has an object of its own over the same memory; the last one is quick, the first comes late.
  const turns = Array.from({ length: threads }, () => new Turns(threads, pages, memory));
  const taken: number[] = [];
  for (const thread of [...turns.keys()].reverse())
    for (let turn = turns[thread]!.take(thread); turn; turn = turns[thread]!.take(thread))
      for (let page = turn.from; page < turn.to; page++) taken.push(page);
  expect(taken.sort((a, b) => a - b)).toEqual([...Array(pages).keys()]);
});

test('a small site needs no threads beside the main one, unless somebody has set how many', () => {
  expect(threadsFor(500)).toBe(0);
  expect(threadsFor(500, 3)).toBe(2);
  expect(threadsFor(100_000, 1)).toBe(0);
  expect(threadsFor(100_000, 64)).toBe(4);
});

test('a page that a thread cannot make ends the build with its name', async () => {
  const options = {
    placement: { basePath: '/', assets: new Map() },
    files: new Map(),
    media: new Map(),
    gallery: false,
  };
  const paths = ['de/nirgendwo/index.html'];
  const threads = new PageThreads(await bundleThread(), writeShared(makeModel([]).catalogue), { options, paths }, 2);
  await expect(threads.take(10, () => false)).rejects.toThrow('de/nirgendwo/index.html cannot be made');
});
