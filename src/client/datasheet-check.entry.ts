/** What is not needed to show the first question: the rules of the check, and the file that comes out. */
export { checkOffer } from '../check/check-offer.ts';
export { checkSchema } from '../check/check-schema.ts';
export { toId } from '../content/similar.ts';
export { writeEntry } from '../datasheet/write-offer.ts';
export { useMarkdown } from './datasheet/late-markdown.ts';
export { usePhones } from './datasheet/late-phones.ts';
