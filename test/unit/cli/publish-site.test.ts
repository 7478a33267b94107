import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStaging, writingProblem, type PublishFiles, type Staging } from '../../../src/cli/publish-site.ts';

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'publish-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'site');
}

function write(folder: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of ['a.html', 'b.html', 'c.html']) writeFileSync(join(folder, name), text);
}

const textsOf = (folder: string): string[] =>
  readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));

async function staging(target: string, fs?: PublishFiles): Promise<Staging> {
  const opened = await openStaging(target, fs);
  if (!('folder' in opened)) throw new Error(`Busy: ${opened.pid}`);
  return opened;
}

/** The file system of a process that is killed before its `steps`th call: whatever is asked after that never happens. */
function killedAfter(steps: number): { readonly fs: PublishFiles; readonly killed: Promise<void> } {
  let left = steps;
  let kill: () => void;
  const killed = new Promise<void>((resolve) => (kill = resolve));
  const fs = new Proxy(files, {
    get: (all, name: keyof PublishFiles) => {
      if (left-- > 0) return all[name];
      kill();
      return (): Promise<never> => new Promise<never>(() => undefined);
    },
  });
  return { fs, killed };
}

describe('a build that is killed', () => {
  test('leaves the old site or the new one, whole, wherever it is killed', async () => {
    const seen = new Set<string>();
    for (let steps = 1; steps < 14; steps += 1) {
      const target = place();
      write(target, 'old');
      const { fs, killed } = killedAfter(steps);
      const whole = (async () => {
        const opened = await staging(target, fs);
        write(opened.folder, 'new');
        await opened.publish();
      })();
      await Promise.race([whole, killed]);
      const next = await staging(target);
      const texts = textsOf(target);
      expect(texts).toHaveLength(3);
      expect(new Set(texts).size).toBe(1);
      seen.add(texts[0]!);
      await next.discard();
      expect(readdirSync(join(target, '..'))).toEqual(['site']);
    }
    expect([...seen].sort()).toEqual(['new', 'old']);
  });
});

describe('two builds at once', () => {
  test('the second is told who is at work, and takes nothing away from the first', async () => {
    const target = place();
    // A process that is surely there and not this one.
    const other = process.ppid;
    mkdirSync(join(target, '..', 'site.new-first'));
    writeFileSync(`${target}.lock`, String(other));
    expect(await openStaging(target)).toEqual({ lock: `${target}.lock`, pid: other });
    expect(existsSync(join(target, '..', 'site.new-first'))).toBe(true);
  });

  test('a lock of a process that is gone, or that nobody can read, holds nobody up', async () => {
    const gone = Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }));
    for (const text of [String(gone), '', 'x', '-1']) {
      const target = place();
      writeFileSync(`${target}.lock`, text);
      await (await staging(target)).discard();
      expect(existsSync(`${target}.lock`)).toBe(false);
    }
  });
});

describe('a disk that takes nothing more', () => {
  test.each([
    ['ENOSPC', 'full'],
    ['EACCES', 'forbidden'],
    ['EROFS', 'read-only'],
  ] as const)('%s while publishing leaves the old site and is said in words', async (code, problem) => {
    const target = place();
    write(target, 'old');
    let renames = 0;
    const failing: PublishFiles = {
      ...files,
      rename: (from, to) =>
        (renames += 1) === 2 ? Promise.reject(Object.assign(new Error(code), { code })) : files.rename(from, to),
    };
    const opened = await staging(target, failing);
    write(opened.folder, 'new');
    const error: unknown = await opened.publish().catch((some: unknown) => some);
    await opened.discard();
    expect(writingProblem(error)).toBe(problem);
    expect(textsOf(target)).toEqual(['old', 'old', 'old']);
    expect(readdirSync(join(target, '..'))).toEqual(['site']);
  });

  test('any other error is no problem of writing', () => {
    expect(writingProblem(new TypeError('x'))).toBeUndefined();
  });
});
