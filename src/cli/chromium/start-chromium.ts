import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';

/** A document open in Chromium. */
export interface OpenDocument {
  /** Runs an expression in the document; its value must be plain data. */
  evaluate(expression: string): Promise<unknown>;
  /** Prints it in the sizes that its style sheet names: tagged, with an outline of its headings. */
  print(): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface Chromium {
  /** The first part of its version: 131. */
  readonly version: number;
  open(html: string): Promise<OpenDocument>;
  close(): Promise<void>;
}

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

/**
 * Starts Chromium without a window and speaks its own protocol over two pipes: no port is opened, and no library
 * stands between. Documents come from a folder of its own; it may ask the network for nothing.
 */
export async function startChromium(path: string): Promise<Chromium> {
  const folder = await mkdtemp(join(tmpdir(), 'angebotslotse-'));
  const child = spawn(
    path,
    [
      '--headless',
      '--remote-debugging-pipe',
      `--user-data-dir=${join(folder, 'profile')}`,
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      // Containers run as root, where the sandbox of Chromium does not start; it only ever sees our own documents.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const { send, nextEvent } = speak(child);
  const clear = async (): Promise<void> => {
    if (child.exitCode === null && child.kill()) await new Promise((resolve) => child.once('exit', resolve));
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const { product } = await send('Browser.getVersion', {}).catch(async (error: unknown) => {
    await clear();
    throw error;
  });
  let documents = 0;
  return {
    version: Number(/\/(\d+)/.exec(String(product))?.[1]),
    open: async (html) => {
      const file = join(folder, `${documents++}.html`);
      await writeFile(file, html);
      const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
      const call = (method: string, params: object = {}): Promise<Record<string, unknown>> =>
        send(method, params, sessionId as string);
      const evaluate = async (expression: string): Promise<unknown> => {
        const { result, exceptionDetails } = await call('Runtime.evaluate', {
          expression,
          awaitPromise: true,
          returnByValue: true,
        });
        if (exceptionDetails) throw new Error(`In the document: ${JSON.stringify(exceptionDetails)}`);
        return (result as { value?: unknown }).value;
      };
      await call('Page.enable');
      const loaded = nextEvent('Page.loadEventFired', sessionId as string);
      await call('Page.navigate', { url: pathToFileURL(file).href });
      await loaded;
      await evaluate('document.fonts.ready.then(() => true)');
      return {
        evaluate,
        print: async () => {
          const { data } = await call('Page.printToPDF', {
            preferCSSPageSize: true,
            printBackground: true,
            generateTaggedPDF: true,
            generateDocumentOutline: true,
          });
          return Buffer.from(data as string, 'base64');
        },
        close: async () => {
          await send('Target.closeTarget', { targetId });
        },
      };
    },
    close: clear,
  };
}

/** How long one answer may take, in milliseconds: a booklet of a thousand pages takes half a minute. */
const patience = 180_000;

type Send = (method: string, params: object, sessionId?: string) => Promise<Record<string, unknown>>;

/** Requests and answers as JSON, each ended by a zero byte. */
function speak(child: ChildProcess): {
  readonly send: Send;
  readonly nextEvent: (method: string, sessionId: string) => Promise<void>;
} {
  const waiting = new Map<
    number,
    { resolve: (value: Record<string, unknown>) => void; reject: (error: Error) => void }
  >();
  const events: Array<{ method: string; sessionId: string; resolve: () => void }> = [];
  let last = 0;
  let complaints = '';
  const [to, from] = [child.stdio[3] as Writable, child.stdio[4] as Readable];
  const take = (answer: Answer): void => {
    if (answer.id === undefined) {
      const at = events.findIndex(
        ({ method, sessionId }) => method === answer.method && sessionId === answer.sessionId,
      );
      if (at >= 0) events.splice(at, 1)[0]!.resolve();
      return;
    }
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.error) asked?.reject(new Error(answer.error.message));
    else asked?.resolve(answer.result ?? {});
  };
  let pieces: Buffer[] = [];
  from.on('data', (bytes: Buffer) => {
    let rest = bytes;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      take(JSON.parse(Buffer.concat([...pieces, rest.subarray(0, end)]).toString()) as Answer);
      pieces = [];
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) pieces.push(rest);
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaints = (complaints + text).slice(-2000)));
  const fail = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  child.once('error', fail);
  child.once('exit', () => fail(new Error(`Chromium has ended.\n${complaints}`)));
  to.on('error', fail);
  return {
    send: (method, params, sessionId) =>
      new Promise((resolve, reject) => {
        if (child.exitCode !== null) return reject(new Error(`Chromium has ended.\n${complaints}`));
        const id = ++last;
        const timer = setTimeout(() => reject(new Error(`Chromium does not answer to ${method}`)), patience);
        waiting.set(id, {
          resolve: (value) => (clearTimeout(timer), resolve(value)),
          reject: (error) => (clearTimeout(timer), reject(error)),
        });
        to.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
      }),
    nextEvent: (method, sessionId) => new Promise((resolve) => events.push({ method, sessionId, resolve })),
  };
}
