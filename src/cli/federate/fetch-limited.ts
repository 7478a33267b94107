export type FetchFailure =
  | { readonly kind: 'not-https' }
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'too-large'; readonly size: number };

const patience = 60_000;

/** Whether an address leads to this machine itself, where tests and a town's own trial run. */
const isLocal = ({ hostname }: URL): boolean => hostname === 'localhost' || hostname === '127.0.0.1';

/** Loads an address as bytes: https only, never more than `limit`, never longer than a minute. */
export async function fetchLimited(address: string, limit: number): Promise<Uint8Array | FetchFailure> {
  if (!URL.canParse(address)) return { kind: 'unreachable', reason: 'address' };
  const url = new URL(address);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal(url))) return { kind: 'not-https' };
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(patience),
      headers: { accept: 'application/json' },
    });
    const final = new URL(response.url);
    if (final.protocol !== 'https:' && !isLocal(final)) return { kind: 'not-https' };
    if (!response.ok || !response.body) return { kind: 'status', status: response.status };
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > limit) return { kind: 'too-large', size };
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') return { kind: 'too-slow' };
    const { cause } = error as { cause?: { code?: string } };
    return { kind: 'unreachable', reason: cause?.code ?? (error as Error).name };
  }
}
