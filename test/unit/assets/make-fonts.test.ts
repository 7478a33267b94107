import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

test('letters of more files are gathered than a process may have open at a time', () => {
  const content = mkdtempSync(join(tmpdir(), 'fonts-'));
  onTestFinished(() => rmSync(content, { recursive: true, force: true }));
  mkdirSync(join(content, 'offers'));
  for (let number = 0; number < 600; number++) writeFileSync(join(content, `offers/${number}.ti.md`), 'ትግርኛ');
  const module = join(import.meta.dirname, '../../../src/assets/make-fonts.ts');
  const program = `import(${JSON.stringify(module)}).then(async ({ makeFonts }) => console.log((await makeFonts(${JSON.stringify(content)})).length > 0))`;
  const run = execFileSync('sh', ['-c', 'ulimit -n 400; exec node --import tsx -e "$PROGRAM"'], {
    env: { ...process.env, PROGRAM: program },
    encoding: 'utf8',
  });
  expect(run).toBe('true\n');
});
