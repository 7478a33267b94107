import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { format } from '../../../src/cli/format.ts';
import { contentFolder, validFile } from '../../support/content-folder.ts';
import { runCommand } from './run-command.ts';

const file = 'offers/sprachcafe.md';
const shuffled = validFile(file).replace(/^(title: .*\n)(summary: .*\n)/m, '$2# Der Name\n$1');

describe('format', () => {
  it('puts the fields in order and keeps values and comments', async () => {
    const folder = contentFolder(undefined, { [file]: shuffled });
    const { code, out } = await runCommand(format, folder, []);
    expect(code).toBe(0);
    expect(out).toContain('1 of');
    expect(readFileSync(join(folder, file), 'utf8')).toBe(validFile(file).replace('title:', '# Der Name\ntitle:'));
  });

  it('only says with --check what it would do', async () => {
    const folder = contentFolder(undefined, { [file]: shuffled });
    const { code, out } = await runCommand(format, folder, ['--check']);
    expect(code).toBe(1);
    expect(out).toContain('sprachcafe.md: the fields are not in the usual order.');
    expect(readFileSync(join(folder, file), 'utf8')).toBe(shuffled);
  });

  it('touches only the paths that are named, and no file that is in order', async () => {
    const folder = contentFolder(undefined, { [file]: shuffled });
    const before = statSync(join(folder, 'places/lindenau.md')).mtimeMs;
    expect((await runCommand(format, folder, ['places'])).out).toContain('0 of 4');
    expect(statSync(join(folder, 'places/lindenau.md')).mtimeMs).toBe(before);
    expect(readFileSync(join(folder, file), 'utf8')).toBe(shuffled);
    expect((await runCommand(format, folder, ['nowhere.md'])).code).toBe(2);
  });

  it('leaves a file that it cannot read as it is, and says so', async () => {
    const broken = '---\ntitle: [\n---\n';
    const folder = contentFolder(undefined, { [file]: broken });
    const { code, err } = await runCommand(format, folder, []);
    expect(code).toBe(1);
    expect(err).toContain('sprachcafe.md');
    expect(readFileSync(join(folder, file), 'utf8')).toBe(broken);
  });

  it('does not decode what is no UTF-8', async () => {
    const folder = contentFolder();
    const bytes = Buffer.from(shuffled, 'latin1');
    writeFileSync(join(folder, file), bytes);
    expect((await runCommand(format, folder, [])).code).toBe(1);
    expect(readFileSync(join(folder, file)).equals(bytes)).toBe(true);
  });
});
