import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../..');

/** `npm start` as it works, seen from outside. */
export interface StartedServer {
  /** Resolves when a build that began after `edit` has written its pages. */
  readonly after: (edit: () => void | Promise<void>) => Promise<void>;
  /** Bytes that the process holds once all rubbish is thrown away. */
  readonly heap: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** Runs `npm start` in a process of its own and waits until it sees what is saved; `save` is called until it does. */
export async function startServer(env: NodeJS.ProcessEnv, save: () => void): Promise<StartedServer> {
  let begun = 0;
  let built = 0;
  let isReady = false;
  let bytes: ((heap: number) => void) | undefined;
  let told = (): void => {};
  let socket: Socket | undefined;
  const listener = createServer((connection) => {
    socket = connection;
    createInterface(connection).on('line', (line) => {
      const message = JSON.parse(line) as { event: string; bytes: number };
      if (message.event === 'begun') begun += 1;
      if (message.event === 'built') built = begun;
      if (message.event === 'ready') isReady = true;
      if (message.event === 'heap') bytes?.(message.bytes);
      told();
    });
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const preload = join(import.meta.dirname, 'watched-process.ts');
  const args = ['--expose-gc', '--import', 'tsx', '--import', preload, join(root, 'src/cli/start.ts')];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', ...env, WATCHED_BY: String((listener.address() as AddressInfo).port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2000)));

  const until = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const patience = setTimeout(() => reject(new Error(`npm start does not build:\n${said}`)), 30_000);
      told = () => {
        if (!isSo()) return;
        clearTimeout(patience);
        resolve();
      };
      told();
    });
  const stop = async (): Promise<void> => {
    listener.close();
    socket?.destroy();
    if (child.exitCode !== null || !child.kill()) return;
    await once(child, 'close');
  };
  try {
    await until(() => isReady);
    // Ready is said a little before every file is watched.
    const saving = setInterval(save, 100);
    await until(() => begun > 1).finally(() => clearInterval(saving));
    await until(() => built === begun);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    async after(edit) {
      const before = begun;
      await edit();
      await until(() => built > before);
    },
    heap: () =>
      new Promise((resolve) => {
        bytes = resolve;
        socket?.write('heap\n');
      }),
    stop,
  };
}
