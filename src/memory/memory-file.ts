import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';

/** What is remembered of a folder: of an output folder its ledger, files, search, whole and hashes, of a content folder what is known of its documents, their bytes and its letters. */
type Remembered = 'content' | 'documents' | 'files' | 'hashes' | 'ledger' | 'letters' | `search-${string}` | 'whole';

/** Where that is kept. */
export const memoryFile = (folder: string, what: Remembered): string =>
  join('.cache/builds', `${createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16)}.${what}`);
