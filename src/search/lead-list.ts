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

/** Numbers of the files that a word leads to. */
export function leadsOf(word: string, written: LeadList): number[] {
  const wanted = leadMark(word);
  const files: number[] = [];
  // Most words lead nowhere, which is found out much faster than by reading.
  if (!written.includes(wanted)) return files;
  let file = 0;
  for (const [, gap, mark] of written.matchAll(/(\d*)([A-Za-z]{3})/g)) {
    file += Number(gap);
    if (mark === wanted) files.push(file);
  }
  return files;
}

/** Three letters, large or small, out of 140,608 that there are. */
function leadMark(word: string): string {
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
