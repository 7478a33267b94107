import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { angebotslotse } from '../../../src/cli/angebotslotse.ts';
import type { Terminal } from '../../../src/cli/check.ts';

const root = join(import.meta.dirname, '../../..');
const guide = readFileSync(join(root, 'docs/de/kommandozeile.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/** What stands under the headline of a command. */
const sectionOf = (command: string): string | undefined =>
  new RegExp(`^### npm (?:run )?${command}\\n([\\s\\S]*?)(?=^##|(?![\\s\\S]))`, 'm').exec(guide)?.[1];

/** The sources of a command: its own file, those whose names begin with it, and the folder of its name. */
function sourcesOf(command: string): string {
  const cli = join(root, 'src/cli');
  const folder = join(cli, command);
  const beside = readdirSync(cli).filter((name) => name === `${command}.ts` || name.startsWith(`${command}-`));
  const inside = existsSync(folder) ? readdirSync(folder).map((name) => join(command, name)) : [];
  return [...beside, ...inside]
    .map((name) => join(cli, name))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}

const commands = Object.entries(scripts).flatMap(([name, script]) =>
  /^(tsx src\/cli\/|node src\/cli\/compiled\.js )/.test(script) && name !== 'generate' ? [name] : [],
);

test('every command of package.json stands in the guide', () => {
  const named = Object.keys(scripts).filter((name) => !['start', 'test'].includes(name));
  for (const name of named) expect(guide, name).toMatch(new RegExp(`(npm run |· \`)${name}[\`\\s]`));
  expect(guide).toContain('`npm start`');
  expect(guide).toContain('`npm test`');
});

test('every command of `npx angebotslotse` has its part, and nothing has one that is no command', async () => {
  let help = '';
  const terminal = { env: { LANG: 'de' }, out: (text: string) => (help += text) };
  expect(await angebotslotse(['--help'], terminal as unknown as Terminal)).toBe(0);
  const listed = [...help.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name!);
  expect(listed.length).toBeGreaterThan(10);
  for (const name of listed) expect(sectionOf(name), name).toBeDefined();
  const headlines = [...guide.matchAll(/^### npm (?:run )?(\S+)$/gm)].map(([, name]) => name);
  expect(new Set(headlines)).toEqual(new Set(commands));
});

describe.each(commands)('%s', (command) => {
  const section = sectionOf(command) ?? '';
  const options = [...sourcesOf(command).matchAll(/(?:'([a-z-]+)'|\b([a-z]+)): \{ type: '(?:string|boolean)'/g)]
    .map(([, quoted, plain]) => quoted ?? plain!)
    .filter(
      (name) => name !== 'help' && !(name === 'lang' && !['export', 'pdf', 'search', 'translate'].includes(command)),
    );

  test('has all its options in the guide', () => {
    for (const option of options) expect(section, `--${option}`).toContain(`\`--${option}`);
  });

  test('has no option in the guide that it does not know', () => {
    const known = new Set([...options, 'lang', 'help']);
    for (const [, option] of section.matchAll(/`--([a-z-]+)/g)) expect([...known]).toContain(option);
  });
});

test('every setting of the environment stands in the guide', () => {
  const settings = readFileSync(join(root, 'src/settings.ts'), 'utf8');
  const names = new Set([...settings.matchAll(/env\.([A-Z_]+)/g)].map(([, name]) => name!));
  // What the command tells the engine, and nobody else sets.
  for (const name of ['BUILD_PART', 'LAST_OUTPUT_DIR']) names.delete(name);
  expect(names.size).toBeGreaterThan(5);
  for (const name of names) expect(guide).toContain(`| \`${name}\``);
});
