import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { FileFacts } from '../../../src/memory/file-facts.ts';

/** A file, and where its hash is kept. */
function place(text: string): { readonly file: string; readonly kept: string } {
  const folder = mkdtempSync(join(tmpdir(), 'hashes-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'a.md');
  writeFileSync(file, text);
  return { file, kept: join(folder, 'kept.bin') };
}

/** The hash that another process gives, `later` ms after now. */
function hashLater(file: string, kept: string, later: number): string {
  vi.useFakeTimers({ now: Date.now() + later, toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const hashes = new FileFacts(kept, (bytes) => createHash('sha256').update(bytes).digest('base64'));
  const hash = hashes.of(file);
  hashes.save();
  return hash;
}

test('the hash is that of the bytes, whatever was known before', () => {
  const { file, kept } = place('one');
  const first = hashLater(file, kept, 0);
  expect(hashLater(file, kept, 10_000)).toBe(first);
  writeFileSync(file, 'two');
  utimesSync(file, 1, 1);
  const second = hashLater(file, kept, 10_000);
  expect(second).not.toBe(first);
  expect(second).toBe(hashLater(file, join(file, '../other.bin'), 0));
});

test('a file that is known and has not changed is not read again', () => {
  const { file, kept } = place('one');
  const hash = hashLater(file, kept, 10_000);
  const bytes = readFileSync(kept);
  expect(bytes.includes(hash)).toBe(true);
  // Another hash in what is kept is believed: it is not made from the file.
  const other = hash.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'));
  writeFileSync(kept, Buffer.from(bytes.toString('latin1').replace(hash, other), 'latin1'));
  expect(hashLater(file, kept, 20_000)).toBe(other);
});

test('what is damaged counts as nothing', () => {
  const { file, kept } = place('one');
  const hash = hashLater(file, kept, 10_000);
  writeFileSync(kept, readFileSync(kept).subarray(0, 80));
  expect(hashLater(file, kept, 20_000)).toBe(hash);
});
