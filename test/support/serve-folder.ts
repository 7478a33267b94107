import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.bin': 'application/octet-stream',
};

/** Serves a built site as a plain web host does: index files, 404.html, nothing else. */
export async function serveFolder(folder: string): Promise<{ origin: string; server: Server }> {
  const server = createServer((request, response) => {
    void answer(decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname));

    async function answer(path: string): Promise<void> {
      let file = join(folder, normalize(path));
      if (path.endsWith('/')) file = join(file, 'index.html');
      const found = await stat(file).catch(() => undefined);
      if (found?.isDirectory()) {
        response.writeHead(301, { location: `${path}/` }).end();
        return;
      }
      const shown = found ? file : join(folder, '404.html');
      response.writeHead(found ? 200 : 404, { 'content-type': types[extname(shown)] ?? 'application/octet-stream' });
      createReadStream(shown)
        .on('error', () => response.end())
        .pipe(response);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
