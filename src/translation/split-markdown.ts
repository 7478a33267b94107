/** A stretch of a Markdown text: marks that stay as they are, the words, and what follows them. Together they are the text again. */
export interface Segment {
  /** `## `, `- `, `1. `, `> ` and the indentation before the words. */
  readonly prefix: string;
  /** As written, line breaks included; empty where there is nothing to translate. */
  readonly text: string;
  readonly suffix: string;
}

const marks = /^(?:[ \t]*(?:#{1,6}[ \t]+|[-*+][ \t]+|\d{1,9}[.)][ \t]+|>[ \t]?))*[ \t]*/;

const literal = (text: string): Segment => ({ prefix: text, text: '', suffix: '' });

/**
 * Cuts a Markdown text into paragraphs, headings and list items, so that a translator sees sentences and no marks.
 * Lines that are wrapped stay together; code and lines without a letter are left alone.
 */
export function splitMarkdown(markdown: string): Segment[] {
  const segments: Segment[] = [];
  let open: { prefix: string; text: string } | undefined;
  let fence: string | undefined;

  function close(suffix: string): void {
    if (open) segments.push({ ...open, suffix });
    else if (suffix !== '') segments.push(literal(suffix));
    open = undefined;
  }

  for (const line of markdown.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const content = line.replace(/\n$/, '');
    const end = line.slice(content.length);
    const fenceMark = /^ {0,3}(`{3,}|~{3,})/.exec(content)?.[1];
    if (fence !== undefined || fenceMark !== undefined) {
      close('');
      segments.push(literal(line));
      if (fence === undefined) fence = fenceMark;
      else if (fenceMark?.startsWith(fence)) fence = undefined;
      continue;
    }
    const prefix = marks.exec(content)![0];
    const text = content.slice(prefix.length);
    if (!/\p{L}/u.test(text)) {
      close('');
      segments.push(literal(line));
      continue;
    }
    const continues = open !== undefined && prefix.trim() === '' && !text.startsWith('|');
    // Two spaces or a backslash at the end of a line are a line break that readers see.
    const words = text.trimEnd().replace(/\\$/, '');
    const breakMark = text.slice(words.length);
    if (continues && open) open.text += prefix + words;
    else {
      close('');
      open = { prefix, text: words };
    }
    const isWhole = breakMark.length >= 2 || breakMark === '\\' || /^ {0,3}#/.test(prefix) || text.startsWith('|');
    if (isWhole) close(breakMark + end);
    else open.text += breakMark + end;
  }
  close('');
  // What ends a paragraph belongs behind it.
  return segments.map(({ prefix, text, suffix }) => {
    const words = text.trimEnd();
    return { prefix, text: words, suffix: text.slice(words.length) + suffix };
  });
}

export const isTranslatable = ({ text }: Segment): boolean => text !== '';

/** A text on one line: how it was wrapped is not for the translator. */
export const unwrap = (text: string): string =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? line : line.replace(/^[ \t>]+/, '')).trimEnd())
    .join(' ')
    .trim();

const kindOf = ({ prefix }: Segment): string =>
  prefix
    .trim()
    .replace(/\d+[.)]/g, '1.')
    .replace(/[*+]/g, '-');

/** Whether two texts have the same paragraphs, headings and list items, one for one. */
export function isAligned(a: readonly Segment[], b: readonly Segment[]): boolean {
  const [first, second] = [a, b].map((segments) => segments.filter(isTranslatable).map(kindOf));
  return first!.length === second!.length && first!.every((kind, index) => kind === second![index]);
}

/** The text of a skeleton with other words; `undefined` keeps those that are there. */
export function fillSegments(skeleton: readonly Segment[], texts: readonly (string | undefined)[]): string {
  let index = 0;
  return skeleton
    .map((segment) => {
      const text = isTranslatable(segment) ? (texts[index++] ?? segment.text) : '';
      return segment.prefix + text + segment.suffix;
    })
    .join('');
}
