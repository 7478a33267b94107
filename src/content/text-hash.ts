import { createHash } from 'node:crypto';
import { factsOf } from './document-facts.ts';
import { hashedText, textHashLength } from './hashed-text.ts';
import type { FieldPattern } from './marked-fields.ts';
import type { Document } from './read-document.ts';

/**
 * First 12 hex digits of the SHA-256 of all text fields and the body. Order of keys, line wrapping and every
 * field that is no text leave it as it is, so that a translation becomes outdated only when words have changed.
 */
export function textHash(document: Pick<Document, 'data' | 'body'>, textFields: readonly FieldPattern[]): string {
  // The fields of a document are always those of its collection.
  return (factsOf(document).words ??= createHash('sha256')
    .update(hashedText(document, textFields))
    .digest('hex')
    .slice(0, textHashLength));
}
