import type { Terminal } from '../../../src/cli/check.ts';
import { today } from '../../support/content-folder.ts';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

type Command = (args: readonly string[], terminal: Terminal) => number | Promise<number>;

/** Runs a command as a person with an English terminal would on the day of the fixtures. */
export async function runCommand(
  command: Command,
  contentDir: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Run> {
  let out = '';
  let err = '';
  const code = await command(args, {
    env: { PATH: process.env['PATH'], CONTENT_DIR: contentDir, LANG: 'en_GB', BUILD_DATE: today, ...env },
    isTty: false,
    out: (text) => (out += text),
    err: (text) => (err += text),
  });
  return { code, out, err };
}

/** Every command refuses a wrong call with 2 and a hint, and explains itself in both languages. */
export const wrongCalls: readonly (readonly string[])[] = [['--no-such-option'], ['--lang', 'xx']];
