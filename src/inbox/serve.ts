import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { describeProblem } from '../check/print/describe-problem.ts';
import type { Content } from '../content/read-content.ts';
import type { Diagnostic, IsoDate } from '../model/diagnostic.ts';
import { bodyLineOf, checkHandIn, fieldPathOf } from './check-hand-in.ts';
import { parseRequest, type HandIn } from './hand-in.ts';
import { answers, type AnswerKey } from './messages.ts';
import { receiptOf } from './proposal.ts';
import type { ProofOfWork } from './proof-of-work.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Spool } from './spool.ts';
import { createTurnstile } from './turnstile.ts';

export interface ServeOptions {
  readonly spool: Spool;
  readonly proofOfWork: ProofOfWork;
  readonly handIns: RateLimit;
  readonly challenges: RateLimit;
  readonly origins: readonly string[];
  /** How many reverse proxies of our own stand before this one, each adding to `X-Forwarded-For`. */
  readonly proxies: number;
  /** Seconds in which a request must have arrived. */
  readonly timeout: number;
  /** How many hand-ins may wait for the forge. */
  readonly waitingLimit: number;
  readonly today: () => IsoDate;
  readonly content: () => Content;
  readonly log: (line: string) => void;
  /** Something new is in the spool. */
  readonly onSpooled: () => void;
}

export const sizeLimit = 256 * 1024;
/** How many requests are read at a time; the others wait unread, so that memory is bounded. */
const readAtOnce = 64;
/** How many hand-ins are checked and written at a time. */
export const handInsAtOnce = 4;
const connectionLimit = 512;

interface Reply {
  readonly status: number;
  readonly key?: AnswerKey;
  readonly more?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The rest of the request will not be read. */
  readonly close?: boolean;
}

/** One of the replies that end a request early. */
class Refusal extends Error {
  readonly reply: Reply;
  constructor(reply: Reply) {
    super(reply.key ?? '');
    this.reply = reply;
  }
}

/** A diagnostic as a form needs it: where, and in words. */
function describe(problem: Diagnostic, sources: ReadonlyMap<string, string>): Record<string, unknown> {
  const words = (lang: 'de' | 'en'): { message: string; fix: string } => {
    const { message, fix } = describeProblem(problem, sources, lang);
    return { message, fix };
  };
  const line = bodyLineOf(problem, sources.get(problem.file) ?? '');
  return {
    code: problem.code,
    severity: problem.severity,
    file: problem.file,
    path: fieldPathOf(problem) ?? null,
    ...(line === undefined ? {} : { line }),
    args: problem.args,
    text: { de: words('de'), en: words('en') },
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const tooLarge = new Refusal({ status: 413, key: 'too-large', more: { limit: sizeLimit }, close: true });
  if (Number(request.headers['content-length'] ?? 0) > sizeLimit) throw tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > sizeLimit) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The HTTP side of the inbox; it does not listen yet. */
export function createInboxServer(options: ServeOptions): Server & { readonly peak: number } {
  const { spool, proofOfWork, log } = options;
  // Two of them: who sends slowly shall not keep those waiting who have sent.
  const reading = createTurnstile(readAtOnce);
  const working = createTurnstile(handInsAtOnce);
  const origins = new Set(options.origins);

  function addressOf(request: IncomingMessage): string {
    if (options.proxies > 0) {
      const passed = String(request.headers['x-forwarded-for'] ?? '').split(',');
      // Only what our own proxies have added can be believed: counted from the end.
      const address = passed.at(-options.proxies)?.trim();
      if (address) return address.slice(0, 64);
    }
    return request.socket.remoteAddress ?? '';
  }

  function limit(rate: RateLimit, request: IncomingMessage): void {
    const seconds = rate.take(addressOf(request));
    if (seconds > 0)
      throw new Refusal({ status: 429, key: 'too-many', headers: { 'retry-after': String(seconds) }, close: true });
  }

  async function health(): Promise<Reply> {
    const { waiting, failed } = await spool.counts();
    return { status: 200, more: { status: 'ok', waiting, failed } };
  }

  async function accept(request: IncomingMessage): Promise<Reply> {
    const [type = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
    const charset = parameters.map((part) => part.trim()).find((part) => part.startsWith('charset='));
    const encoding = request.headers['content-encoding'] ?? 'identity';
    if (
      type.trim() !== 'application/json' ||
      (charset !== undefined && !/^charset="?utf-8"?$/.test(charset)) ||
      encoding !== 'identity'
    )
      return { status: 415, key: 'media-type', close: true };
    limit(options.handIns, request);
    return reading.pass(async () => {
      const bytes = await readBody(request);
      return working.pass(() => handle(bytes));
    });
  }

  async function handle(bytes: Buffer): Promise<Reply> {
    const { value, problems } = parseRequest(bytes);
    if (!value) return { status: 400, key: 'malformed', more: { ...problems[0] } };
    const verdict = proofOfWork.verify(value.proof);
    if (verdict !== 'valid') return { status: 403, key: 'proof', more: { reason: verdict } };
    return take(value.handIn);
  }

  async function take(received: HandIn): Promise<Reply> {
    const date = options.today();
    const checked = checkHandIn(options.content(), received, date);
    const { id, key, file, handIn, applied, problems, texts, stale, base } = checked;
    const { lang } = handIn;
    const described = problems.map((problem) => describe(problem, texts));
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    if (applied.kind === 'missing') return { status: 404, key: 'missing', more: { lang, id } };
    if (applied.kind === 'unreadable') return { status: 409, key: 'unreadable', more: { lang, id } };
    if (errors > 0) {
      log(`refused ${handIn.kind}: ${errors} errors`);
      return { status: 422, key: 'invalid', more: { lang, problems: described } };
    }
    const receipt = { lang, id, receipt: receiptOf(key), file };
    if ((await spool.find(key)) !== undefined) return { status: 200, key: 'known', more: receipt };
    // Whoever has filled in a form must see first what has become of the offer; that it is over stays true.
    if (stale && handIn.kind !== 'gone') {
      log(`stale ${handIn.kind} ${id}`);
      return { status: 409, key: 'stale', more: { lang, id } };
    }
    if (applied.kind !== 'changed') return { status: 200, key: 'unchanged', more: receipt };
    if ((await spool.counts()).waiting >= options.waitingLimit)
      return { status: 503, key: 'busy', headers: { 'retry-after': '600' } };
    const warnings = [...new Set(problems.map(({ code }) => code))];
    await spool.put({ version: 1, key, id, date, handIn, warnings, stale, ...(base === undefined ? {} : { base }) });
    log(`accepted ${handIn.kind} ${id}`);
    options.onSpooled();
    return { status: 202, key: 'accepted', more: { ...receipt, problems: described } };
  }

  async function answer(request: IncomingMessage): Promise<Reply> {
    const path = (request.url ?? '').replace(/\?.*$/s, '');
    const method = request.method ?? '';
    const allowed = { '/health': ['GET', 'HEAD'], '/challenge': ['GET'], '/hand-in': ['POST'] }[path];
    if (!allowed) return { status: 404, key: 'not-found', close: method === 'POST' };
    const { origin } = request.headers;
    if (origin !== undefined && !origins.has(origin)) return { status: 403, key: 'origin', close: true };
    if (method === 'OPTIONS') {
      const headers = {
        'access-control-allow-methods': allowed.join(', '),
        'access-control-allow-headers': 'content-type',
        'access-control-max-age': '600',
      };
      return { status: 204, headers };
    }
    if (!allowed.includes(method))
      return { status: 405, key: 'method', headers: { allow: allowed.join(', ') }, close: true };
    if (path === '/health') return health();
    if (path === '/challenge') {
      limit(options.challenges, request);
      return { status: 200, more: { ...proofOfWork.issue() } };
    }
    return accept(request);
  }

  function send(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
    if (response.destroyed || response.headersSent) return;
    const { origin } = request.headers;
    const { status, key, more, headers, close } = reply;
    const body =
      status === 204
        ? ''
        : `${JSON.stringify({ ...(key ? { key: `inbox.${key}`, text: answers[key] } : {}), ...more })}\n`;
    response.writeHead(status, {
      ...(status === 204 ? {} : { 'content-type': 'application/json; charset=utf-8' }),
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      vary: 'Origin',
      ...(origin !== undefined && origins.has(origin) ? { 'access-control-allow-origin': origin } : {}),
      ...(close ? { connection: 'close' } : {}),
      ...headers,
    });
    response.end(request.method === 'HEAD' ? '' : body);
    // What is still on its way would otherwise be read to its end.
    if (close && !request.complete) response.on('finish', () => request.destroy());
  }

  const server = createServer(
    { connectionsCheckingInterval: Math.min(1000, options.timeout * 250) },
    (request, response) => {
      answer(request).then(
        (reply) => send(request, response, reply),
        (error: unknown) => {
          if (error instanceof Refusal) return send(request, response, error.reply);
          // The sender has gone, or was too slow: there is nobody to tell, and nothing was kept.
          if (request.errored || response.destroyed) return;
          log(`error ${error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : 'unknown'}`);
          send(request, response, { status: 500, key: 'broken' });
        },
      );
    },
  );
  server.requestTimeout = options.timeout * 1000;
  server.headersTimeout = options.timeout * 1000;
  server.keepAliveTimeout = 5000;
  server.maxHeadersCount = 50;
  server.maxConnections = connectionLimit;
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') return socket.destroy();
    const status = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : '400 Bad Request';
    socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
  });
  return Object.defineProperty(server, 'peak', { get: () => working.peak }) as Server & { readonly peak: number };
}
