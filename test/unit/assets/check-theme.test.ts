import { expect, test } from 'vitest';
import { checkTheme } from '../../../src/assets/check-theme.ts';
import { check } from '../../../src/cli/check.ts';
import { contentFolder } from '../../support/content-folder.ts';
import { runCommand } from '../cli/run-command.ts';

const folderWith = (theme: string): string => contentFolder(undefined, { 'theme/theme.css': theme });

test('a town without a style sheet of its own has nothing to mend', () => {
  expect(checkTheme(contentFolder()).problems).toEqual([]);
});

test('npm run check shows the line whose colours cannot be read, without keeping the site from being built', async () => {
  const theme = '/* ours */\n:root {\n  --on-action: #fff;\n  --action: #ffd700;\n}\n';
  const { out, code } = await runCommand(check, folderWith(theme), []);
  expect(code).toBe(0);
  expect(out).toContain(
    'theme/theme.css:3:3  warning  theme-contrast  --on-action on --action is hard to read (light scheme): contrast 1.4, needed 4.5.',
  );
  expect(out).toContain('  3 |   --on-action: #fff;\n    |   ^^^^^^^^^^^^^^^^^');
  expect((await runCommand(check, folderWith(':root { --action: #7a2513; }'), ['--lang', 'de'])).out).toContain(
    '(dunkle Ansicht)',
  );
});

test('what loads from elsewhere or cannot be judged is said to do so', () => {
  const { problems } = checkTheme(
    folderWith('@import "https://example.org/a.css";\nbody { background: url(//example.org/a.png) url(a.png); }'),
  );
  expect(problems.map(({ code, at }) => [code, at])).toEqual([
    ['theme-outside', { line: 1, column: 1, length: 35 }],
    ['theme-outside', { line: 2, column: 20, length: 24 }],
  ]);
  const mixed = checkTheme(folderWith(':root { --deep: color-mix(in oklab, red, blue); }')).problems[0];
  expect(mixed?.words?.en.fix).toBe('Write colours as #rrggbb.');
});
