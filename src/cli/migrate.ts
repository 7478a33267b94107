/** `npm run migrate`: brings the content into the form that this version of the program expects. */
import { migrate as migrateContent } from '../migrations/migrate.ts';
import { migrations } from '../migrations/migrations.ts';
import type { Terminal } from './check.ts';
import { processTerminal, readCall, runCommand, type CommandLanguage } from './command.ts';
import { writeAtomically } from './write-atomically.ts';

const texts = {
  de: {
    words: 'Dieser Befehl braucht keine weiteren Wörter.',
    current: 'Die Inhalte haben schon die Form, die dieses Programm erwartet.',
    done: (files: number) => (files === 1 ? 'Eine Datei geändert.' : `${files} Dateien geändert.`),
  },
  en: {
    words: 'This command takes no further words.',
    current: 'The content already has the form that this program expects.',
    done: (files: number) => (files === 1 ? 'Changed one file.' : `Changed ${files} files.`),
  },
} satisfies Record<CommandLanguage, unknown>;

const shape = {
  name: 'migrate',
  options: {},
  help: {
    de: `Bringt die Inhalte in die Form, die diese Version des Programms erwartet. npm run upgrade ruft den Befehl selbst auf.

  npm run migrate

Ergebnis: 0 fertig, 2 falscher Aufruf
`,
    en: `Brings the content into the form that this version of the program expects. npm run upgrade calls it by itself.

  npm run migrate

Result: 0 done, 2 wrong use
`,
  },
} as const;

export function migrate(args: readonly string[], terminal: Terminal): number {
  const call = readCall(shape, args, terminal);
  if (typeof call === 'number') return call;
  const say = texts[call.lang];
  if (call.words.length > 0) return call.refuse(say.words);
  const { applied, changed } = migrateContent(call.settings.contentDir, migrations, writeAtomically);
  for (const { describe } of applied) terminal.out(`- ${describe[call.lang]}\n`);
  terminal.out(`${applied.length === 0 ? say.current : say.done(changed.length)}\n`);
  return 0;
}

if (process.argv[1] === import.meta.filename)
  process.exitCode = await runCommand(migrate, process.argv.slice(2), processTerminal());
