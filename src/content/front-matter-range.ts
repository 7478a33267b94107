/** Where the front matter of a text begins and ends, as offsets; `end` is that of the line break before the closing line. */
export function frontMatterRange(text: string): { start: number; end: number } | undefined {
  const opening = /^---[ \t]*\n/.exec(text);
  if (!opening) return undefined;
  // From the opening's own line break on, so that an empty block is found as well.
  const close = text.indexOf('\n---', opening[0].length - 1);
  if (close === -1 || !/^[ \t]*(\n|$)/.test(text.slice(close + 4, close + 204))) return undefined;
  return { start: opening[0].length, end: Math.max(close, opening[0].length) };
}
