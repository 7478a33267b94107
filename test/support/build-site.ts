import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** What a command of the project printed and how it ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/** Runs one of the project's commands in a process of its own, with the program and the file that npm starts it with. */
export const runCommand = (name: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Run> => {
  const [program, ...file] = scripts[name]?.split(' ') ?? [];
  return run([...(program === 'tsx' ? ['--import', 'tsx'] : []), ...file, ...args], env);
};

/** The same straight from its source (`src/cli/<name>.ts`), as it is run where nothing compiled can be kept. */
export const runFromSource = (name: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Run> =>
  run(['--import', 'tsx', `src/cli/${name}.ts`, ...args], env);

async function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Run> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, COLD: '1', NO_COLOR: '1', LANG: 'en_GB.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout, stderr };
}

/** Builds a content folder for real, with `npm run build`'s own command; throws with its output when that fails. */
export async function buildSite(contentDir: string, outputDir: string, env: NodeJS.ProcessEnv = {}): Promise<void> {
  const built = await runCommand('build', [], { CONTENT_DIR: contentDir, OUTPUT_DIR: outputDir, ...env });
  if (built.code !== 0) throw new Error(`The build failed:\n${built.stdout}\n${built.stderr}`);
}
