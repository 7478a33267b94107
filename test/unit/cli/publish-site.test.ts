import { execFileSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import * as files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStaging, writingProblem, type PublishFiles, type Staging } from '../../../src/cli/publish-site.ts';
import { spareFolder, writeUpdate } from '../../../src/memory/site-update.ts';

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

/** A site of three files and its spare copy; `a.html` is to be changed, `b.html` is to go, and a page is to come. */
async function exchange(target: string, fs?: PublishFiles): Promise<Staging> {
  write(target, 'old');
  mkdirSync(join(target, 'gone'));
  writeFileSync(join(target, 'gone/d.html'), 'old');
  const copy = spareFolder(target, 'first');
  mkdirSync(join(copy, 'gone'), { recursive: true });
  for (const name of filesIn(target)) linkSync(join(target, name), join(copy, name));
  const opened = await staging(target, fs);
  writeFileSync(join(opened.folder, 'a.html'), 'new');
  mkdirSync(join(opened.folder, 'come'));
  writeFileSync(join(opened.folder, 'come/e.html'), 'new');
  writeUpdate(opened.folder, {
    state: 'second',
    spare: 'first',
    made: ['a.html', 'come/e.html'],
    gone: ['b.html', 'gone/d.html'],
  });
  return opened;
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
const allIn = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
const wholeOf = (folder: string): Record<string, string> =>
  Object.fromEntries(filesIn(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

describe('a site in which little has changed', () => {
  const before = { 'a.html': 'old', 'b.html': 'old', 'c.html': 'old', 'gone/d.html': 'old' };
  const after = { 'a.html': 'new', 'c.html': 'old', 'come/e.html': 'new' };

  test('takes the place of the old one, which becomes its copy', async () => {
    const target = place();
    const opened = await exchange(target);
    expect(await opened.publish()).toBe('second');
    expect(wholeOf(target)).toEqual(after);
    expect(allIn(target)).toEqual(['a.html', 'c.html', 'come', 'come/e.html']);
    const copy = spareFolder(target, 'second');
    expect(allIn(copy)).toEqual(allIn(target));
    for (const name of filesIn(target)) expect(statSync(join(copy, name)).ino).toBe(statSync(join(target, name)).ino);
    expect(readdirSync(join(target, '..')).sort()).toEqual(['site', 'site.spare-second']);
  });

  test('is whole, old or new, wherever the build is killed, and so is its copy if there is one', async () => {
    const seen = new Set<string>();
    for (let steps = 1; steps < 60; steps += 1) {
      const target = place();
      const { fs, killed } = killedAfter(steps);
      await Promise.race([exchange(target, fs).then((opened) => opened.publish()), killed]);
      const next = await staging(target);
      const standing = wholeOf(target);
      expect([before, after]).toContainEqual(standing);
      seen.add(JSON.stringify(standing));
      await next.discard();
      const copies = readdirSync(join(target, '..')).filter((name) => name !== 'site');
      expect(copies.length).toBeLessThan(2);
      for (const copy of copies) {
        const isOld = copy === 'site.spare-first';
        expect(isOld || copy === 'site.spare-second').toBe(true);
        expect(wholeOf(join(target, '..', copy))).toEqual(isOld ? before : after);
      }
    }
    expect(seen.size).toBe(2);
  });

  test('a copy that cannot be filled leaves the old site, and none that could be taken for whole', async () => {
    const target = place();
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    const opened = await exchange(target, {
      ...files,
      mkdir: (path, options) =>
        (String(path).includes('.new-') ? Promise.reject(full) : files.mkdir(path, options)) as Promise<never>,
    });
    expect(writingProblem(await opened.publish().catch((error: unknown) => error))).toBe('full');
    await opened.discard();
    expect(wholeOf(target)).toEqual(before);
    expect(readdirSync(join(target, '..'))).toEqual(['site']);
  });

  test('without hard links there is no copy, and the site is there all the same', async () => {
    const target = place();
    const opened = await exchange(target, { ...files, link: () => Promise.reject(new Error('EPERM')) });
    await opened.publish();
    expect(wholeOf(target)).toEqual(after);
    expect(readdirSync(join(target, '..'))).toEqual(['site']);
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
