import type { MessagePort } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { listPages, type Turn, Turns, type ThreadMessage } from '../../../src/production/page-thread.ts';
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
  const take = (thread?: number): Turn | undefined => turns[thread ?? 0]!.take(thread);
  const taken: number[] = [];
  for (const thread of [undefined, ...[...turns.keys()].reverse()])
    for (let turn = take(thread); turn; turn = thread === undefined ? undefined : take(thread))
      for (let page = turn.from; page < turn.to; page++) taken.push(page);
  expect(taken.sort((a, b) => a - b)).toEqual([...Array(pages).keys()]);
});

test('whoever helps begins at the other end', () => {
  const turns = new Turns(1, 100);
  expect(turns.take(0)).toEqual({ from: 0, to: 24 });
  expect(turns.take()).toEqual({ from: 96, to: 100 });
  expect(turns.take()).toEqual({ from: 72, to: 96 });
  expect(turns.take(0)).toEqual({ from: 24, to: 48 });
});

test('a small site needs no threads beside the main one, unless somebody has set how many', () => {
  expect(threadsFor(500)).toBe(0);
  expect(threadsFor(500, 3)).toBe(2);
  expect(threadsFor(100_000, 1)).toBe(0);
  expect(threadsFor(100_000, 64)).toBe(4);
});

/** Every built file there may be. */
class AnyFile extends Map<string, string> {
  override get = (name: string): string => name;
}

test('bytes count as waiting from when a page is sent until it is taken', () => {
  const { catalogue } = makeModel([]);
  const options = {
    placement: { basePath: '/', assets: new AnyFile() },
    files: new Map(),
    media: new Map(),
    gallery: false,
  };
  const paths = ['de/index.html', 'de/angebote/index.html'];
  const turns = new Turns(1, paths.length);
  let sent = 0;
  const port = {
    postMessage: (message: ThreadMessage, transfer: ArrayBuffer[]) => {
      const got = structuredClone(message, { transfer });
      if ('pages' in got) sent += got.pages.reduce((sum, { bytes }) => sum + bytes.length, 0);
    },
  } as unknown as MessagePort;
  listPages(catalogue, { options })(paths, { turns, thread: 0, port });
  expect(sent).toBeGreaterThan(1000);
  expect(turns.memory[0]).toBe(sent);
  turns.taken(sent);
  expect(turns.memory[0]).toBe(0);
});

test('a page that a thread cannot make ends the build with its name', async () => {
  const options = {
    placement: { basePath: '/', assets: new Map() },
    files: new Map(),
    media: new Map(),
    gallery: false,
  };
  const paths = ['de/nirgendwo/index.html'];
  const threads = new PageThreads(await bundleThread(), 2);
  threads.list(writeShared(makeModel([]).catalogue), { options });
  threads.render(paths);
  await expect(threads.take(10, () => false)).rejects.toThrow('de/nirgendwo/index.html cannot be made');
});

test('the main thread can render pages, too, and each is made once', async () => {
  const { catalogue } = makeModel([]);
  const options = {
    placement: { basePath: '/', assets: new Map() },
    files: new Map(),
    media: new Map(),
    gallery: false,
  };
  const paths = ['de/index.html', 'de/angebote/index.html'];
  const threads = new PageThreads(await bundleThread(), 1);
  threads.list(writeShared(catalogue), { options });
  threads.render(paths);
  const bytes = new Uint8Array([1]);
  // The thread has not started yet.
  while (threads.help((page) => ({ path: paths[page]!, bytes, measured: undefined })));
  const pages = await threads.take(10, () => false);
  expect(pages.map(({ path }) => path)).toEqual(paths);
  expect(threads.isDone).toBe(true);
  expect(await threads.ledgers()).toEqual([]);
});
