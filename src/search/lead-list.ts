/**
 * Words and the files that they lead to, in one string: by file, the gap to the file before (nothing for none) and three
 * letters that stand for the word. Two words may have the same three: then one of them asks for a file too many.
 */
export type LeadList = string;

export function writeLeads(leads: ReadonlyMap<string, readonly number[]>): LeadList {
  const entries = [...leads].flatMap(([word, files]) => files.map((file) => ({ file, mark: leadMark(word) })));
  entries.sort((a, b) => a.file - b.file || (a.mark < b.mark ? -1 : 1));
  let previous = 0;
  let written = '';
  for (const { file, mark } of entries) {
    written += (file === previous ? '' : String(file - previous)) + mark;
    previous = file;
  }
  return written;
}

/** Numbers of files by the mark of the word. */
export function readLeads(written: LeadList): ReadonlyMap<string, readonly number[]> {
  const leads = new Map<string, number[]>();
  let file = 0;
  for (const [, gap, mark = ''] of written.matchAll(/(\d*)([A-Za-z]{3})/g)) {
    file += Number(gap);
    leads.set(mark, [...(leads.get(mark) ?? []), file]);
  }
  return leads;
}

/** Three letters, large or small, out of 140,608 that there are. */
export function leadMark(word: string): string {
  let hash = 0;
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash + word.charCodeAt(index), 0x9e3779b1);
  let mark = '';
  for (hash >>>= 0; mark.length < 3; hash = Math.floor(hash / letters)) {
    const letter = hash % letters;
    mark += String.fromCharCode(letter < letters / 2 ? 65 + letter : 97 + letter - letters / 2);
  }
  return mark;
}

const letters = 52;
