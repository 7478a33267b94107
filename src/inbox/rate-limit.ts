import { createHmac, randomBytes } from 'node:crypto';

export interface RateLimit {
  /** 0 where the address may go on, otherwise the seconds that it should wait. */
  take(address: string): number;
}

export interface RateOptions {
  /** How many in an hour. */
  readonly perHour: number;
  /** Milliseconds. */
  readonly now?: () => number;
}

const hour = 3_600_000;
const day = 24 * hour;
const addressLimit = 20_000;

/** A household with IPv6 has a whole /64 of addresses. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups =
    tail === undefined
      ? front
      : [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}

/**
 * Counts by a hash of the address whose salt is made anew each day and never leaves memory, so that nothing that is kept,
 * even in a memory dump of tomorrow, tells who was here.
 */
export function createRateLimit({ perHour, now = Date.now }: RateOptions): RateLimit {
  let salt = randomBytes(32);
  let saltUntil = now() + day;
  /** How much each address has left, and since when. */
  const left = new Map<string, { tokens: number; at: number }>();

  return {
    take(address) {
      const time = now();
      if (time >= saltUntil) {
        salt = randomBytes(32);
        saltUntil = time + day;
        left.clear();
      }
      const key = createHmac('sha256', salt).update(network(address)).digest('base64');
      const known = left.get(key) ?? { tokens: perHour, at: time };
      const tokens = Math.min(perHour, known.tokens + ((time - known.at) / hour) * perHour);
      left.delete(key);
      if (left.size >= addressLimit) left.delete(left.keys().next().value!);
      left.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: time });
      return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / perHour) * 3600);
    },
  };
}
