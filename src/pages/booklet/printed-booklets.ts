import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue, CatalogueOffer } from '../../model/catalogue.ts';
import type { PrintedBooklet } from '../../model/printed-booklet.ts';

/** What the folder of booklets knows of a file in it. */
export interface BookletRecord extends PrintedBooklet {
  /** First 16 hex digits of the SHA-256 of the document it was printed from, without its date. */
  readonly content: string;
  /** Ids of its offers, with what must not change unnoticed (`groundOf`). */
  readonly offers: Readonly<Record<string, string>>;
}

/** Name of the list in the folder of booklets. */
export const bookletList = 'hefte.json';

/** The booklets in a folder, by file; none where there is no list, or one that cannot be read. */
export function readBooklets(folder: string): BookletRecord[] {
  let records: BookletRecord[];
  try {
    records = (JSON.parse(readFileSync(join(folder, bookletList), 'utf8')) as { booklets: BookletRecord[] }).booklets;
  } catch {
    return [];
  }
  return records.filter(({ file, bytes }) => {
    const stat = statSync(join(folder, file), { throwIfNoEntry: false });
    return /^[a-z-]+\/(ort|thema)-[a-z0-9-]+\.pdf$/.test(file) && stat?.size === bytes;
  });
}

/** What a reader acts upon, and what may have been withdrawn: whom to ask, and where to go. */
export function groundOf({ data, place }: CatalogueOffer, { organisations }: Catalogue): string {
  const organisationContacts = [data.organisation, ...(data.partners ?? [])].map(
    (id) => organisations.get(id)?.data.contacts,
  );
  return createHash('sha256')
    .update(JSON.stringify([data.contacts, place, organisationContacts]))
    .digest('hex')
    .slice(0, 12);
}

/** The booklets that may stand on the site; says how many may not. */
export function currentBooklets(
  folder: string,
  catalogue: Catalogue,
): { readonly folder: string; readonly printed: readonly PrintedBooklet[] } {
  const all = readBooklets(folder);
  const current = all.filter((record) => isStillTrue(record, catalogue));
  if (current.length < all.length)
    console.warn(`${all.length - current.length} booklet(s) out of date and left out: npm run pdf`);
  return { folder, printed: current.map(({ content: _content, offers: _offers, ...printed }) => printed) };
}

/** A printed offer may have got a better text since; it may not have ended, moved, or changed or withdrawn a contact. */
export const isStillTrue = ({ offers, lang }: BookletRecord, catalogue: Catalogue): boolean =>
  catalogue.languages.includes(lang) &&
  Object.entries(offers).every(([id, ground]) => {
    const offer = catalogue.offers.get(id);
    return offer !== undefined && offer.standing !== 'ended' && groundOf(offer, catalogue) === ground;
  });
