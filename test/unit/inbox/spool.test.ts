import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSpool, type Spool, type SpoolEntry } from '../../../src/inbox/spool.ts';
import { temporaryFolder } from './run-inbox.ts';

const key = '0123456789abcdef0123456789abcdef';
const entry: SpoolEntry = {
  version: 1,
  key,
  id: 'radtreff',
  date: '2026-03-01',
  handIn: { kind: 'need', lang: 'de', data: { title: 'Radfahren' } } as unknown as SpoolEntry['handIn'],
  warnings: [],
  stale: false,
};
const receipt = { key, id: 'radtreff', kind: 'need', outcome: 'opened' };

const changing = ['open', 'rename', 'rm'] as const;
type Call = (...args: readonly unknown[]) => Promise<unknown>;

/** Runs as if the process were killed at the `step`th change of a disk; false where there was no such step. */
async function killAt(step: number, run: () => Promise<unknown>): Promise<boolean> {
  const files = fs as unknown as Record<string, Call>;
  const real = Object.fromEntries(changing.map((name) => [name, files[name]!]));
  let left = step;
  let kill = (): void => {};
  const killed = new Promise<boolean>((resolve) => (kill = () => resolve(true)));
  for (const name of changing)
    files[name] = async (...args) => {
      left -= 1;
      if (left > 0) return real[name]!(...args);
      // A file that is opened to be written is there, and empty.
      if (left === 0 && name === 'open' && args[1] === 'wx')
        await ((await real[name]!(...args)) as fs.FileHandle).close();
      kill();
      return new Promise(() => {});
    };
  syncBuiltinESMExports();
  try {
    return await Promise.race([killed, run().then(() => false)]);
  } finally {
    Object.assign(files, real);
    syncBuiltinESMExports();
  }
}

const filesOf = (root: string): string[] =>
  ['waiting', 'done', 'failed'].flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`));

test('what is handed in is kept whole or not at all, wherever the process is killed', async () => {
  for (let step = 1, wasKilled = true; wasKilled; step += 1) {
    const root = temporaryFolder();
    const dead = await openSpool(root);
    wasKilled = await killAt(step, () => dead.put(entry));
    const spool = await openSpool(root);
    const kept = await spool.list();
    if (kept.length > 0) expect(await spool.read(key)).toEqual(entry);
    // Whoever got no answer sends it again.
    await spool.put(entry);
    expect(filesOf(root)).toEqual([`waiting/${key}.json`]);
  }
});

test.each([
  ['sent', 'done', (spool: Spool) => spool.done(receipt)],
  ['given up', 'failed', (spool: Spool) => spool.fail(key, 'refused')],
] as const)('what is %s is never lost on the way, and is put away by the next run', async (_, folder, put) => {
  for (let step = 1, wasKilled = true; wasKilled; step += 1) {
    const root = temporaryFolder();
    const dead = await openSpool(root);
    await dead.put(entry);
    wasKilled = await killAt(step, () => put(dead));
    const spool = await openSpool(root);
    const there = filesOf(root);
    expect(there).not.toEqual([]);
    if (there.includes(`waiting/${key}.json`)) {
      expect(await spool.read(key)).toEqual(entry);
      await put(spool);
    }
    expect(filesOf(root)).toEqual([`${folder}/${key}.json`]);
  }
});
