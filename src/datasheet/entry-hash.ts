import { createHash } from 'node:crypto';
import { tidyBody } from './write-offer.ts';

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
};

/** First 12 hex digits of the SHA-256 of all that an entry says; how its file is written leaves it as it is. */
export function entryHash(data: Readonly<Record<string, unknown>>, body: string): string {
  const text = JSON.stringify([sorted(data), tidyBody(body)]);
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
