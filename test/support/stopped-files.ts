import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** All by which commands change a disk. */
const changing = [
  'writeFileSync',
  'renameSync',
  'linkSync',
  'rmSync',
  'mkdirSync',
  'copyFileSync',
  'symlinkSync',
] as const;

/** Thrown in place of a change that never happens, because the process is no more. */
class Killed extends Error {
  override readonly name = 'Killed';
}

type Call = (...args: readonly unknown[]) => unknown;
type Files = Record<string, Call>;

/**
 * Runs something as if its process were killed at the `step`th change it makes to the disk: the change is half made where
 * it is a file that is written, and nothing after it happens, not even what would clear up. With an error code, such as
 * `ENOSPC`, only that change fails. Gives what was returned, or `killed` where it came to no end.
 */
export async function stopAt<Value>(
  step: number,
  how: 'kill' | 'ENOSPC' | 'EACCES',
  run: () => Value | Promise<Value>,
): Promise<{ readonly value?: Value; readonly stopped: boolean }> {
  const files = fs as unknown as Files;
  const real = Object.fromEntries(changing.map((name) => [name, files[name]!]));
  let steps = 0;
  const stopped = (): boolean => (how === 'kill' ? steps >= step : steps === step);
  for (const name of changing) {
    // No disk is too full to take something away.
    if (name === 'rmSync' && how !== 'kill') continue;
    files[name] = (...args) => {
      // A file that is written half counts once; what is dead does not count on.
      if (!(how === 'kill' && stopped())) steps += 1;
      else throw new Killed();
      if (!stopped()) return real[name]!(...args);
      const [path, data] = args;
      if (name === 'writeFileSync') real[name]!(path, Buffer.from(data as string).subarray(0, 7));
      if (how === 'kill') throw new Killed();
      throw Object.assign(new Error(how), { code: how, syscall: name.replace('Sync', ''), path });
    };
  }
  syncBuiltinESMExports();
  try {
    return { value: await run(), stopped: steps >= step };
  } catch (error) {
    if (error instanceof Killed) return { stopped: true };
    throw error;
  } finally {
    Object.assign(files, real);
    syncBuiltinESMExports();
  }
}
