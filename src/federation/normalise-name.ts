/** A name as two offices may write it differently: without case, accents, punctuation and the legal form of a body. */
export const normaliseForComparison = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/\be\.\s?v\.?|\bggmbh\b|\bgmbh\b/g, '')
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
