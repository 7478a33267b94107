/** A piece of a text in one language. */
export interface Speech {
  readonly text: string;
  readonly lang: string;
}

/** What is spoken and marked together: a paragraph, an entry of a list, a heading. */
export interface Block {
  readonly element: Element;
  readonly parts: readonly Speech[];
}

const blockTags = 'h1,h2,h3,h4,h5,h6,p,li,dt,dd,td,th,caption,figcaption,blockquote';
/** Ways to act and what only helps the eye. */
const skipped =
  'nav,button,.page-heading-kicker,svg,script,noscript,template,form,select,.no-print,.print-only,.related,.quick-actions,.map-link,.word-list,.pass-on,.sheet-links,.word-popover-ways,[hidden],[aria-hidden="true"]';

/** The texts below an element in the order in which they stand, without what cannot be seen. */
export function speechBlocks(root: Element): Block[] {
  const blocks: { element: Element; parts: Speech[] }[] = [];
  let line: Element | undefined;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = (node.nodeValue ?? '').replace(/\s+/g, ' ');
    if (!parent || text.trim() === '' || isSkipped(parent, root)) continue;
    const element = parent.closest(blockTags) ?? parent;
    const lang = parent.closest('[lang]')?.getAttribute('lang') ?? '';
    let block = blocks.at(-1);
    if (block?.element !== element) blocks.push((block = { element, parts: [] }));
    const before = line;
    line = lineOf(parent, element);
    const last = block.parts.at(-1);
    // What stands in lines of its own, such as street and town, is not one word.
    const isNewLine = line !== before || node.previousSibling?.nodeName === 'BR';
    // A style sheet may keep apart what the text does not.
    const isTogether = /[\p{L}\p{N}]$/u.test(last?.text ?? '') && /^[\p{L}\p{N}]/u.test(text);
    const pause = isNewLine ? ', ' : isTogether ? ' ' : '';
    if (last?.lang === lang) block.parts[block.parts.length - 1] = { text: last.text + pause + text, lang };
    else block.parts.push({ text, lang });
  }
  return blocks;
}

/** The nearest element around a text that begins a line. */
function lineOf(parent: Element, block: Element): Element {
  let element = parent;
  while (element !== block && element.parentElement && getComputedStyle(element).display.startsWith('inline'))
    element = element.parentElement;
  return element;
}

function isSkipped(element: Element, root: Element): boolean {
  const found = element.closest(skipped);
  if (found !== null && found !== root && root.contains(found)) return true;
  // Older Safari does not know.
  return 'checkVisibility' in element && !element.checkVisibility();
}

/** So much is spoken at once: some browsers fall silent in the middle of more. */
const atOnce = 200;

/** A text in pieces of whole sentences. */
export function sentencesOf({ text }: Speech): string[] {
  const pieces: string[] = [];
  for (const sentence of text.match(/[^.!?؟።…]*[.!?؟።…]+[\s"“”»)]*|[^.!?؟።…]+$/g) ?? []) {
    const last = pieces.at(-1);
    // Short ones stay together: a point often ends only an abbreviation.
    if (last !== undefined && (last + sentence).length <= atOnce) pieces[pieces.length - 1] = last + sentence;
    else pieces.push(sentence);
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}
