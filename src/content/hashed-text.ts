import { valuesAt, type FieldPattern } from './marked-fields.ts';
import type { Document } from './read-document.ts';

/** A text without what a reader does not see: how it is wrapped and how its accents are encoded. */
const normalise = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** What `textHash` hashes: all text fields and the body as one text, for places that must hash by other means. */
export function hashedText(
  { data, body }: Pick<Document, 'data' | 'body'>,
  textFields: readonly FieldPattern[],
): string {
  const texts: [field: string, text: string][] = [];
  for (const pattern of textFields) {
    for (const { path, value } of valuesAt(data, pattern)) {
      if (typeof value === 'string' && value.trim() !== '') texts.push([path.join('.'), normalise(value)]);
    }
  }
  texts.sort(([a], [b]) => (a < b ? -1 : 1));
  texts.push(['', normalise(body)]);
  return JSON.stringify(texts);
}

/** How many hex digits of the SHA-256 of `hashedText` a translation names. */
export const textHashLength = 12;
