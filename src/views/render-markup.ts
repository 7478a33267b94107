import { type ComponentChildren, Fragment, isValidElement, type VNode } from 'preact';
import { Icon, type IconName } from './components/icon/icon.tsx';
import { Made, type MadeMarkup, type MadeProps } from './made-markup.ts';

/**
 * Markup of a page, what `preact-render-to-string` makes of it but for `translate`, in less time: pages are trees of
 * functions without state, context or styles of their own, so nothing has to be got ready for these.
 * What it does not know it refuses; hooks fail at once.
 */
export function renderMarkup(tree: ComponentChildren): string {
  const page: Page = { text: '' };
  write(tree, page, false, undefined);
  return page.text;
}

/** The same in pieces, with the markup that was made before between the page's own. */
export function renderPieces(tree: ComponentChildren, start: string): readonly (string | MadeMarkup)[] {
  const pieces: (string | MadeMarkup)[] = [];
  const page: Page = { text: start, pieces };
  write(tree, page, false, undefined);
  pieces.push(page.text);
  return pieces;
}

/** A page on the way. */
interface Page {
  /** What has been written since the last piece. */
  text: string;
  /** Absent where one text is wanted. */
  readonly pieces?: (string | MadeMarkup)[];
}

type Props = Readonly<Record<string, unknown>>;

/** How a property becomes an attribute. */
interface Attribute {
  /** With the blank before it. */
  readonly name: string;
  /** `true` and `false` are values like others. */
  readonly isSpoken: boolean;
}

const voidElements = new Set(
  'area base br col command embed hr img input keygen link meta param source track wbr'.split(' '),
);

const invalidName = /[\s\n\\/='"\0<>]/;

/** Properties of SVG elements whose attributes have hyphens: `strokeWidth` is `stroke-width`. */
const hyphened =
  /^(?:alignment|baseline|clip(?:Path|Rule)$|color|dominant|fill|flood|font|letter|lighting|marker(?:Start|Mid|End)|paint|pointer|shape|stop|stroke|text(?:Anchor|Decoration|Rendering)|vector|word)/;
/** Those whose attributes have capitals. */
const svgCapitals = /^(?:viewBox|preserveAspectRatio|pathLength|textLength|lengthAdjust|startOffset|\w+Units)$/;

const renamed: Readonly<Partial<Record<string, string>>> = {
  htmlFor: 'for',
  className: 'class',
  defaultChecked: 'checked',
  defaultSelected: 'selected',
  defaultValue: 'value',
  acceptCharset: 'accept-charset',
  httpEquiv: 'http-equiv',
};

/** Properties that are no attributes. */
const unwritten = new Set(['children', 'key', 'ref', '__self', '__source', 'dangerouslySetInnerHTML']);

const htmlAttributes = new Map<string, Attribute | null>();
const svgAttributes = new Map<string, Attribute | null>();

/** Null for what is no attribute. The interface has few different ones, so each is looked at once. */
function attributeOf(property: string, inSvg: boolean): Attribute | null {
  const known = inSvg ? svgAttributes : htmlAttributes;
  let attribute = known.get(property);
  if (attribute === undefined) known.set(property, (attribute = findAttribute(property, inSvg)));
  return attribute;
}

function findAttribute(property: string, inSvg: boolean): Attribute | null {
  if (unwritten.has(property) || invalidName.test(property)) return null;
  // aria-hidden, data-wait
  const isSpoken = property[4] === '-' || property === 'draggable' || property === 'spellcheck';
  return { name: ` ${renamed[property] ?? nameOf()}`, isSpoken };

  function nameOf(): string {
    if (inSvg && svgCapitals.test(property)) return property;
    return (inSvg && hyphened.test(property) ? property.replace(/[A-Z]/g, '-$&') : property).toLowerCase();
  }
}

/** The property that is true or false is the attribute that is yes or no; Preact's text leaves out what is false. */
const yesOrNo = (value: unknown): unknown => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : value);

/** What stands in an attribute or in the place of children is of a plain type. */
const textOf = (value: unknown): string => String(value);

const special = /["&<]/;

/** A text that cannot end the attribute or begin the element around it. */
export function escape(text: string): string {
  if (!special.test(text)) return text;
  let escaped = '';
  let done = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const by = code === 34 ? '&quot;' : code === 38 ? '&amp;' : code === 60 ? '&lt;' : undefined;
    if (by === undefined) continue;
    escaped += text.slice(done, at) + by;
    done = at + 1;
  }
  return escaped + text.slice(done);
}

/** `chosen`: the value of the select around it. */
function write(node: unknown, page: Page, inSvg: boolean, chosen: unknown): void {
  if (typeof node === 'string') {
    page.text += escape(node);
    return;
  }
  if (node === null || typeof node !== 'object') {
    if (typeof node === 'number' || typeof node === 'bigint') page.text += textOf(node);
    return;
  }
  if (Array.isArray(node)) {
    for (const child of node) write(child, page, inSvg, chosen);
    return;
  }
  if (!isValidElement(node)) return;
  const { type, props } = node as VNode<Props>;
  if (typeof type === 'string') writeElement(type, props, page, inSvg, chosen);
  else if (type === Icon) page.text += iconOf(props['name'] as IconName);
  else if ((type as unknown) === Made) writeMade(props['pieces'] as MadeProps['pieces'], page);
  else if (type === Fragment) {
    if ('tpl' in props) throw new Error('Made markup is put into pages by asMade');
    write(props['children'], page, inSvg, chosen);
  }
  // A class cannot be called: it throws by itself.
  else write((type as (given: Props) => unknown)(props), page, inSvg, chosen);
}

const icons = new Map<IconName, string>();

/** Thirty of them stand on the page of an offer, and they have nothing inside that differs. */
function iconOf(name: IconName): string {
  let markup = icons.get(name);
  if (markup === undefined) icons.set(name, (markup = renderMarkup(Icon({ name }))));
  return markup;
}

function writeMade(made: MadeProps['pieces'], page: Page): void {
  for (const piece of made) {
    if (typeof piece === 'string') page.text += piece;
    else if (!page.pieces) page.text += piece.text;
    else {
      page.pieces.push(page.text, piece);
      page.text = '';
    }
  }
}

const tags = new Set<string>();

function learn(tag: string): void {
  if (invalidName.test(tag)) throw new Error(`“${tag}” is no name of an element`);
  tags.add(tag);
}

function writeElement(tag: string, props: Props, page: Page, inSvg: boolean, chosen: unknown): void {
  if (!tags.has(tag)) learn(tag);
  const isSvg = inSvg || tag === 'svg';
  let markup = `<${tag}`;
  let children: unknown = props['children'];
  let made: unknown;
  let choice = chosen;
  for (const property in props) {
    const value = props[property];
    if (property === 'children' || value === undefined || value === null) continue;
    if (property === 'dangerouslySetInnerHTML') {
      ({ __html: made } = value as { readonly __html?: unknown });
      continue;
    }
    const attribute = attributeOf(property, isSvg);
    if (attribute === null || typeof value === 'function') continue;
    if (property === 'style') throw new Error('Styles stand in style sheets: no page may hold any');
    if (property === 'value' || property === 'defaultValue') {
      if (tag === 'textarea') {
        children = value;
        continue;
      }
      if (tag === 'select') {
        choice = value;
        continue;
      }
      // oxlint-disable-next-line eqeqeq -- a number in data may be chosen by its text
      if (tag === 'option' && choice == value && !('selected' in props)) markup += ' selected';
    }
    const written = property === 'translate' ? yesOrNo(value) : attribute.isSpoken ? textOf(value) : value;
    if (written === true || written === '') markup += attribute.name;
    else if (written !== false) markup += `${attribute.name}="${escape(textOf(written))}"`;
  }
  if (voidElements.has(tag)) {
    const content = made ? textOf(made) : renderMarkup(children as ComponentChildren);
    page.text += content === '' ? `${markup}/>` : `${markup}>${content}</${tag}>`;
    return;
  }
  page.text += `${markup}>`;
  if (made) page.text += textOf(made);
  else write(children, page, isSvg && tag !== 'foreignObject', choice);
  page.text += `</${tag}>`;
}
