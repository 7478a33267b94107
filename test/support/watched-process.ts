/**
 * Loaded into `npm start` by a test (`--import`): tells over a socket when the process is ready, begins to build and has
 * written the pages, and how much memory it holds once all rubbish is thrown away.
 */
import { connect } from 'node:net';
import { setImmediate as pause } from 'node:timers/promises';

if (process.argv[1]?.endsWith('serve.ts')) {
  const { Eleventy } = (await import('@11ty/eleventy')) as {
    Eleventy: { prototype: { write: () => Promise<unknown>; serve: (port: number) => Promise<unknown> } };
  };
  const socket = connect(Number(process.env.WATCHED_BY));
  const tell = (what: object): void => void socket.write(`${JSON.stringify(what)}\n`);
  // oxlint-disable-next-line typescript/unbound-method -- called on the object that it belongs to
  const { write, serve } = Eleventy.prototype;
  Eleventy.prototype.write = async function (): Promise<unknown> {
    tell({ event: 'begun' });
    try {
      return await write.call(this);
    } finally {
      tell({ event: 'built' });
    }
  };
  // Served only once the folder is watched: what is saved before is seen with the next change.
  Eleventy.prototype.serve = async function (port): Promise<unknown> {
    const server = await serve.call(this, port);
    tell({ event: 'ready' });
    return server;
  };
  socket.unref();
  socket.on('data', () => {
    void (async () => {
      for (let round = 0; round < 3; round += 1) {
        await pause();
        globalThis.gc?.();
      }
      tell({ event: 'heap', bytes: process.memoryUsage().heapUsed });
    })();
  });
}
