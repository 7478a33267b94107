import { createHash } from 'node:crypto';
import { hashedText, textHashLength } from './hashed-text.ts';
import type { FieldPattern } from './marked-fields.ts';
import type { Document } from './read-document.ts';

const known = new WeakMap<object, { readonly textFields: readonly FieldPattern[]; readonly hash: string }>();

/**
 * First 12 hex digits of the SHA-256 of all text fields and the body. Order of keys, line wrapping and every
 * field that is no text leave it as it is, so that a translation becomes outdated only when words have changed.
 */
export function textHash(document: Pick<Document, 'data' | 'body'>, textFields: readonly FieldPattern[]): string {
  const before = known.get(document);
  if (before?.textFields === textFields) return before.hash;
  const hash = createHash('sha256').update(hashedText(document, textFields)).digest('hex').slice(0, textHashLength);
  known.set(document, { textFields, hash });
  return hash;
}
