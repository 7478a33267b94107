/** Why a translation service did not translate. */
export interface ServiceProblem {
  readonly kind:
    /** The key is missing, wrong or not allowed to do this. */
    | 'forbidden'
    /** The characters that were paid for are used up. */
    | 'quota'
    /** Still too many requests after every retry. */
    | 'too-many'
    | 'server'
    | 'timeout'
    | 'network'
    /** The service found the request wrong. */
    | 'request'
    /** What came back is no translation of what was sent. */
    | 'answer'
    | 'language';
  readonly detail: string;
}

export type Answer<Value> = { readonly value: Value } | { readonly problem: ServiceProblem };

export interface Connection {
  /** In milliseconds, for each attempt. */
  readonly timeout: number;
  readonly retries: number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

export interface Request {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const firstWait = 1000;
const longestWait = 60_000;

/** Worth another try: too much at once, or a fault of the service that passes. */
const passes = (status: number): boolean => status === 429 || status === 529 || (status >= 500 && status !== 501);

function problemOf(status: number, text: string): ServiceProblem {
  // Enough to see what is wrong; a page of HTML helps nobody.
  const detail = `${status} ${text.replace(/\s+/g, ' ').slice(0, 200)}`.trim();
  if (status === 401 || status === 403) return { kind: 'forbidden', detail };
  if (status === 456) return { kind: 'quota', detail };
  if (status === 429 || status === 529) return { kind: 'too-many', detail };
  return { kind: status >= 500 ? 'server' : 'request', detail };
}

/** Seconds or a date, as HTTP allows both. */
function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const milliseconds = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.min(Math.max(milliseconds, 0), longestWait);
}

type Attempt = Answer<unknown> & { readonly again?: number | true };

async function attempt({ url, method, headers, body }: Request, timeout: number): Promise<Attempt> {
  try {
    const response = await fetch(url, {
      method,
      // A redirect would hand the key to somebody else.
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) {
      const problem = problemOf(response.status, text);
      return {
        problem,
        ...(passes(response.status) ? { again: retryAfter(response.headers.get('retry-after')) ?? true } : {}),
      };
    }
    if (text === '') return { value: undefined };
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: { kind: 'answer', detail: 'JSON' } };
    const { name, cause } = error as Error & { cause?: { code?: string } };
    if (name === 'TimeoutError') return { problem: { kind: 'timeout', detail: `${timeout / 1000} s` }, again: true };
    return { problem: { kind: 'network', detail: cause?.code ?? name }, again: true };
  }
}

/** Sends a request and gives the JSON of the answer. What may pass is tried again, after longer and longer waits. */
export async function send(request: Request, { timeout, retries, wait }: Connection): Promise<Answer<unknown>> {
  for (let tries = 0; ; tries += 1) {
    const { again, ...answer } = await attempt(request, timeout);
    if (again === undefined || tries >= retries) return answer;
    await wait(again === true ? Math.min(firstWait * 2 ** tries, longestWait) : again);
  }
}
