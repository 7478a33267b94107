import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** 1.44 Mbit/s and 150 ms: a phone on a bad day. */
const line = { bytesPerSecond: 180_000, latency: 150 };

const packed = new Set(['.js', '.json', '.css', '.html', '.svg']);
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface SlowLine {
  readonly origin: string;
  /** What has gone over the line, compressed, without headers. */
  readonly bytes: () => number;
  readonly stop: () => void;
}

/** Files as they were sent last, so that compressing costs no measured time twice. */
const ready = new Map<string, { readonly state: string; readonly body: Buffer }>();

async function readReady(file: string): Promise<Buffer | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  const state = `${found.mtimeMs} ${found.size}`;
  const known = ready.get(file);
  if (known?.state === state) return known.body;
  const raw = await readFile(file);
  const body = packed.has(extname(file)) ? brotliCompressSync(raw) : raw;
  ready.set(file, { state, body });
  return body;
}

/** Serves a folder at the pace of a slow line, compressed as a host that has its files ready does it. */
export async function serveSlowly(folder: string): Promise<SlowLine> {
  let sent = 0;
  let lineFreeAt = 0;
  const server = createServer((request, response) => {
    void (async () => {
      const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
      const path = asked.endsWith('/') ? `${asked}index.html` : asked;
      const body = await readReady(join(folder, normalize(path)));
      if (!body) {
        response.writeHead(404).end();
        return;
      }
      const extension = extname(path);
      sent += body.length;
      const now = performance.now();
      lineFreeAt = Math.max(lineFreeAt, now + line.latency) + (body.length / line.bytesPerSecond) * 1000;
      setTimeout(() => {
        response.writeHead(200, {
          'content-type': types[extension] ?? 'application/octet-stream',
          ...(packed.has(extension) ? { 'content-encoding': 'br' } : {}),
        });
        response.end(body);
      }, lineFreeAt - now);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bytes: () => sent,
    stop: () => void server.close(),
  };
}
