/**
 * Everything of the data sheet that is not needed to show the first question: the rules of the check, the file that
 * comes out, and its text as the page will show it.
 */
export { checkOffer } from '../check/check-offer.ts';
export { checkSchema } from '../check/check-schema.ts';
export { renderMarkdown } from '../content/markdown.ts';
export { toId } from '../content/similar.ts';
export { writeEntry } from '../datasheet/write-offer.ts';
