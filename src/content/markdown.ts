import createMarkdownIt, { type Env, type MarkdownIt, type Token } from 'markdown-it';
import { isMediaName, isSafeLink } from './safe-link.ts';

export interface MarkdownOptions {
  /** Level that the text's highest headings get, whatever their author wrote; 2 unless told. Deeper ones follow without a gap. */
  readonly topHeading?: number;
  /** Address of the folder with the municipality's pictures, ending in `/`; without it pictures are left out. */
  readonly mediaPath?: string;
  /** Names the words of a piece of text that are explained elsewhere; it is not asked about headings, links and code. */
  readonly explain?: Explain;
}

/** A word that leads to its explanation; offsets are in the text. */
export interface ExplainedWord {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

export type Explain = (text: string) => readonly ExplainedWord[];

/** What one rendering hands to the rules of the shared renderer. */
interface Rendering extends Env {
  readonly topHeading: number;
  readonly mediaPath: string | undefined;
  readonly explain: Explain | undefined;
}

function createRenderer(): MarkdownIt {
  const md = createMarkdownIt('default', { html: false, linkify: false, typographer: false });
  md.validateLink = isSafeLink;
  md.core.ruler.push('fit-headings', ({ tokens, env }) => fitHeadings(tokens, (env as Rendering).topHeading));
  md.core.ruler.push('explain', ({ tokens, env, Token: TokenOf }) => {
    const { explain } = env as Rendering;
    if (explain) explainWords(tokens, explain, TokenOf);
  });
  md.renderer.rules['image'] = (tokens, index, options, env, self) => {
    const token = tokens[index]!;
    const src = String(token.attrGet('src'));
    const alt = md.utils.escapeHtml(self.renderInlineAsText(token.children ?? [], options, env));
    const { mediaPath } = env as Rendering;
    if (mediaPath === undefined || !isMediaName(src)) return alt;
    return `<img src="${md.utils.escapeHtml(mediaPath + src)}" alt="${alt}" loading="lazy" decoding="async">`;
  };
  return md;
}

/** Puts all headings below that of the page: readers of screen readers jump from level to level. */
function fitHeadings(tokens: readonly Token[], top: number): void {
  const headings = tokens.filter(({ type }) => type === 'heading_open' || type === 'heading_close');
  const levelOf = ({ tag }: Token): number => Number(tag.slice(1));
  const highest = Math.min(...headings.map(levelOf));
  let previous = top - 1;
  for (const heading of headings) {
    const wanted = heading.type === 'heading_open' ? top + levelOf(heading) - highest : previous;
    previous = Math.min(wanted, previous + 1, 6);
    heading.tag = `h${previous}`;
  }
}

/** Makes links of the words that are explained. */
function explainWords(tokens: readonly Token[], explain: Explain, TokenOf: typeof Token): void {
  for (const [index, { type, children }] of tokens.entries()) {
    if (type !== 'inline' || !children || tokens[index - 1]?.type === 'heading_open') continue;
    let links = 0;
    const explained = children.flatMap((child): Token[] => {
      if (child.type === 'link_open') links++;
      else if (child.type === 'link_close') links--;
      if (child.type !== 'text' || links > 0) return [child];
      const words = explain(child.content);
      return words.length === 0 ? [child] : splitAt(words, child.content);
    });
    if (explained.length > children.length) children.splice(0, children.length, ...explained);
  }

  function splitAt(words: readonly ExplainedWord[], content: string): Token[] {
    const parts: Token[] = [];
    const add = (type: string, tag: string, nesting: 1 | 0 | -1, text = ''): Token => {
      const token = new TokenOf(type, tag, nesting);
      token.content = text;
      parts.push(token);
      return token;
    };
    let done = 0;
    for (const { start, end, href } of words) {
      if (start > done) add('text', '', 0, content.slice(done, start));
      add('link_open', 'a', 1).attrs = [
        ['class', 'term'],
        ['href', href],
      ];
      add('text', '', 0, content.slice(start, end));
      add('link_close', 'a', -1);
      done = end;
    }
    if (done < content.length) add('text', '', 0, content.slice(done));
    return parts;
  }
}

const renderer = createRenderer();

/** HTML of a Markdown text from an untrusted author: no HTML of its own, no unsafe link, no picture from elsewhere. */
export function renderMarkdown(markdown: string, { topHeading = 2, mediaPath, explain }: MarkdownOptions = {}): string {
  const env: Rendering = { topHeading, mediaPath, explain };
  return renderer.render(markdown, env);
}

/** Something in a Markdown text that is not published as it was written; offsets are in the text. */
export interface MarkdownFinding {
  readonly kind: 'unsafe-link' | 'raw-html' | 'remote-image' | 'local-image';
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

function createFinder(): MarkdownIt {
  const md = createMarkdownIt('default', { html: false, linkify: false });
  // Everything is a link here, so that the unsafe ones are seen at all; and as it was written, not encoded.
  md.validateLink = () => true;
  md.normalizeLink = (url) => url;
  return md;
}

const finder = createFinder();

/** Finds what `renderMarkdown` would leave out, and pictures that should be there. */
export function findInMarkdown(markdown: string): MarkdownFinding[] {
  // Links, pictures and HTML all need one of these: most texts have neither.
  if (!/[<[]/.test(markdown)) return [];
  const findings: MarkdownFinding[] = [];
  const lineStarts = [0];
  for (let at = markdown.indexOf('\n'); at !== -1; at = markdown.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  let searchFrom = 0;

  function add(kind: MarkdownFinding['kind'], value: string, blockStart: number): void {
    const from = Math.max(searchFrom, blockStart);
    let start = markdown.indexOf(value, from);
    if (start === -1) start = markdown.indexOf(value);
    if (start === -1) findings.push({ kind, value, start: blockStart, end: blockStart + 1 });
    else {
      findings.push({ kind, value, start, end: start + value.length });
      searchFrom = Math.max(searchFrom, start + value.length);
    }
  }

  function inspect(token: Token, blockStart: number): void {
    if (token.type === 'link_open') {
      const href = String(token.attrGet('href'));
      if (!isSafeLink(href)) add('unsafe-link', href, blockStart);
    } else if (token.type === 'image') {
      const src = String(token.attrGet('src'));
      add(isMediaName(src) ? 'local-image' : 'remote-image', src, blockStart);
    } else if (token.type === 'text') {
      for (const [tag] of token.content.matchAll(/<\/?[a-z][^\s<>]*(?:\s[^<>]*)?>|<!--|<[!?][a-z]/gi))
        add('raw-html', tag, blockStart);
    }
  }

  for (const block of finder.parse(markdown, {})) {
    if (block.type !== 'inline') continue;
    const blockStart = lineStarts[block.map?.[0] ?? 0] ?? 0;
    for (const token of block.children ?? []) inspect(token, blockStart);
  }
  return findings;
}
