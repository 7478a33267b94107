import { ForgeError } from './forge.ts';

export interface Answer {
  readonly status: number;
  readonly json: unknown;
}

/** Calls to one forge's HTTP interface. */
export interface ForgeApi {
  /** Gives the answer if its status is 2xx or one of `expected`; every other one is a `ForgeError`. */
  call(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    options?: { body?: unknown; expected?: readonly number[] },
  ): Promise<Answer>;
}

export interface ForgeApiOptions {
  /** Without a slash at the end. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds for one call. */
  readonly timeout: number;
}

/** 401, 403 and 404 are nobody's hand-in at fault but the token or the address: they are put right by an administrator. */
const refusals: ReadonlySet<number> = new Set([400, 409, 413, 414, 422]);

export function openForgeApi({ url, headers, timeout }: ForgeApiOptions): ForgeApi {
  return {
    async call(method, path, { body, expected = [] } = {}) {
      // The address holds the id of an offer, but no secret; the answer's text may hold anything and is not repeated.
      const name = `${method} ${path.replace(/\?.*$/, '')}`;
      let response: Response;
      let text: string;
      try {
        response = await fetch(`${url}${path}`, {
          method,
          headers: {
            ...headers,
            'user-agent': 'angebotslotse-inbox',
            accept: 'application/json',
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          // Followed elsewhere, the token would go with it.
          redirect: 'manual',
          signal: AbortSignal.timeout(timeout),
        });
        text = await response.text();
      } catch (error) {
        throw new ForgeError(`${name}: ${causeOf(error)}`, true);
      }
      const { status } = response;
      const wanted = response.ok || expected.includes(status);
      if (!wanted) {
        const after = Number(response.headers.get('retry-after'));
        throw new ForgeError(`${name}: ${status}`, !refusals.has(status), after > 0 ? after : undefined);
      }
      try {
        return { status, json: text === '' ? undefined : (JSON.parse(text) as unknown) };
      } catch {
        throw new ForgeError(`${name}: ${status}, not JSON`, true);
      }
    },
  };
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  const { code } = (error.cause ?? {}) as { code?: string };
  return code ?? error.name;
}

/** The text of a file as GitHub, GitLab and Forgejo send it. */
export function decodeFile(json: unknown): { text: string; sha: string } {
  const { content, encoding, sha, type } = json as Record<string, unknown>;
  const isFile = type === undefined || type === 'file';
  if (!isFile || typeof content !== 'string' || encoding !== 'base64')
    throw new ForgeError('The path leads to no ordinary file', false);
  return { text: Buffer.from(content, 'base64').toString('utf8'), sha: typeof sha === 'string' ? sha : '' };
}

export const encodeFile = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** A path whose slashes stay slashes. */
export const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** What the answer says about a pull request; the address only where it is one. */
export function addressOf(json: unknown, field: 'html_url' | 'web_url'): string {
  const address = (json as Record<string, unknown> | undefined)?.[field];
  return typeof address === 'string' && /^https?:\/\/\S+$/.test(address) ? address : '';
}
