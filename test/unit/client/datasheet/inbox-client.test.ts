import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sendToInbox, type HandIn } from '../../../../src/client/datasheet/inbox-client.ts';
import { solvePuzzle } from '../../../../src/client/datasheet/solve-puzzle.ts';

const handIn: HandIn = { kind: 'offer', lang: 'de', id: 'cafe', data: { title: 'Café' }, body: 'x' };

type Reply = readonly [status: number, body: object] | 'no connection';

const solve = async ({ challenge: asked }: { challenge: string }): Promise<string> => `solved ${asked}`;

/** An inbox that answers in this order; what was asked of it is kept. */
function inboxWith(...replies: Reply[]) {
  const requests: { url: string; body?: Record<string, unknown> }[] = [];
  const fetch = (async (url: string, options?: { body?: string }) => {
    requests.push({ url, ...(options?.body ? { body: JSON.parse(options.body) as Record<string, unknown> } : {}) });
    const reply = replies.shift();
    if (reply === undefined || reply === 'no connection') throw new TypeError('Failed to fetch');
    return new Response(JSON.stringify(reply[1]), { status: reply[0] });
  }) as unknown as typeof globalThis.fetch;
  return { requests, send: () => sendToInbox(handIn, { inbox: '/inbox', solve, fetch }) };
}

const challenge: Reply = [200, { challenge: 'c1', difficulty: 4, validFor: 600 }];

test('sends the hand-in with the solved challenge', async () => {
  const { requests, send } = inboxWith(challenge, [202, { receipt: 'abc123' }]);
  expect(await send()).toEqual({ state: 'sent', receipt: 'abc123' });
  expect(requests).toEqual([
    { url: '/inbox/challenge' },
    { url: '/inbox/hand-in', body: { ...handIn, proof: { challenge: 'c1', nonce: 'solved c1' } } },
  ]);
});

test('asks for a new challenge when the first one has run out, once', async () => {
  const stale: Reply = [403, { key: 'inbox.proof', reason: 'expired' }];
  const again = inboxWith(challenge, stale, challenge, [202, { receipt: 'r' }]);
  expect(await again.send()).toEqual({ state: 'sent', receipt: 'r' });
  const never = inboxWith(challenge, stale, challenge, stale);
  expect(await never.send()).toEqual({ state: 'failed' });
  expect(never.requests).toHaveLength(4);
});

test.each([
  ['no connection', ['no connection'], { state: 'failed' }],
  ['no connection while sending', [challenge, 'no connection'], { state: 'failed' }],
  ['out of order', [challenge, [500, {}]], { state: 'failed' }],
  ['another origin', [challenge, [403, { key: 'inbox.origin' }]], { state: 'failed' }],
  ['too many challenges', [[429, {}]], { state: 'busy' }],
  ['too many hand-ins', [challenge, [429, {}]], { state: 'busy' }],
  ['a full spool', [challenge, [503, {}]], { state: 'busy' }],
  ['an offer that others have changed', [challenge, [409, { key: 'inbox.stale' }]], { state: 'stale' }],
] as const)('%s', async (_, replies, outcome) => {
  expect(await inboxWith(...(replies as readonly Reply[])).send()).toEqual(outcome);
});

test('puts what is wrong with a new organisation below the field that names it', async () => {
  const problem = { code: 'missing-field', severity: 'error', args: { field: 'kind' }, path: [] };
  const { send } = inboxWith(challenge, [422, { problems: [{ ...problem, file: 'organisations/neu.md' }] }]);
  expect(await send()).toMatchObject({
    state: 'refused',
    problems: [{ at: ['new-organisation'], args: { field: 'new-organisation.kind' } }],
  });
});

test('hands on what the inbox found, with its place', async () => {
  const problem = {
    code: 'bad-phone',
    severity: 'error',
    file: 'offers/x.md',
    args: { field: 'contacts[0].phone', value: '1' },
  };
  const { send } = inboxWith(challenge, [422, { problems: [{ ...problem, path: ['contacts', 0, 'phone'] }] }]);
  expect(await send()).toEqual({
    state: 'refused',
    problems: [{ ...problem, at: ['contacts', 0, 'phone'] }],
  });
});

test('the puzzle is solved as the inbox checks it', async () => {
  const nonce = await solvePuzzle('1.challenge', 10);
  const hash = createHash('sha256').update(`1.challenge:${nonce}`).digest();
  expect(hash[0]).toBe(0);
  expect(hash[1]! >> 6).toBe(0);
});
