import { createHash } from 'node:crypto';
import { valuesAt, type FieldPattern } from './marked-fields.ts';
import type { Document } from './read-document.ts';

/** A text without what a reader does not see: how it is wrapped and how its accents are encoded. */
const normalise = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/**
 * First 12 hex digits of the SHA-256 of all text fields and the body. Order of keys, line wrapping and every
 * field that is no text leave it as it is, so that a translation becomes outdated only when words have changed.
 */
export function textHash({ data, body }: Pick<Document, 'data' | 'body'>, textFields: readonly FieldPattern[]): string {
  const texts: [field: string, text: string][] = [];
  for (const pattern of textFields) {
    for (const { path, value } of valuesAt(data, pattern)) {
      if (typeof value === 'string' && value.trim() !== '') texts.push([path.join('.'), normalise(value)]);
    }
  }
  texts.sort(([a], [b]) => (a < b ? -1 : 1));
  texts.push(['', normalise(body)]);
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 12);
}
