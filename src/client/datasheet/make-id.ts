/** A short fingerprint of a text, for names that have no Latin letters. */
function fingerprint(text: string): string {
  let hash = 7;
  for (const char of text) hash = (hash * 31 + char.codePointAt(0)!) % 2_176_782_336;
  return hash.toString(36);
}

const longest = 60;

/** The id of something new: from its name, or where that has no Latin letters, `prefix` and a fingerprint. */
export function makeId(name: string, prefix: string, toId: (name: string) => string): string {
  const id = toId(name.slice(0, 200)).slice(0, longest).replace(/-$/, '');
  return id === '' ? `${prefix}-${fingerprint(name)}` : id;
}
