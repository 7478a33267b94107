/** An element; names are without their namespace prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (string | XmlElement)[];
}

/** Deeper than any translation file; a hostile one ends here. */
const depthLimit = 64;

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

class NotXml extends Error {}

function decode(text: string): string {
  return text.replace(/&([^;\s&<]{0,12});?/g, (whole, name: string) => {
    const code = /^#x([\da-f]+)$/i.exec(name)?.[1];
    const number = code === undefined ? Number(/^#(\d+)$/.exec(name)?.[1] ?? Number.NaN) : Number.parseInt(code, 16);
    const char = Number.isNaN(number) ? entities[name] : number <= 0x10ffff ? String.fromCodePoint(number) : undefined;
    if (char === undefined || !whole.endsWith(';')) throw new NotXml();
    return char;
  });
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Text of an XML file in UTF-8 or UTF-16, as its first bytes say; undefined where it is neither. */
export function decodeXml(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding =
    (first === 0xff && second === 0xfe) || second === 0
      ? 'utf-16le'
      : (first === 0xfe && second === 0xff) || first === 0
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Root element of an XML text; undefined where it is not well-formed. Document type declarations are refused: nothing
 * is ever loaded, and no entity is expanded but the five that XML has.
 */
export function readXml(text: string): XmlElement | undefined {
  try {
    return parse(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  } catch (error) {
    if (error instanceof NotXml) return undefined;
    throw error;
  }
}

interface OpenElement extends XmlElement {
  readonly qualified: string;
  readonly children: (string | XmlElement)[];
}

const name = '[\\p{L}_:][\\p{L}\\p{N}_:.-]*';
const token = new RegExp(
  `<!--[\\s\\S]*?-->|<\\?[\\s\\S]*?\\?>|<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>|</(${name})\\s*>|<(${name})((?:\\s+${name}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>|[^<]+|<`,
  'uy',
);
const attribute = new RegExp(`(${name})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'gu');

function parse(text: string): XmlElement {
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  token.lastIndex = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [whole, data, closing, opening, attributes = '', empty] = match;
    const parent = open.at(-1);
    if (closing !== undefined) {
      if (parent?.qualified !== closing) throw new NotXml();
      open.pop();
    } else if (opening !== undefined) {
      if ((!parent && root) || open.length >= depthLimit) throw new NotXml();
      const element: OpenElement = {
        qualified: opening,
        name: local(opening),
        attributes: new Map(
          Array.from(attributes.matchAll(attribute), ([, key, double, single]) => [
            local(key!),
            decode(double ?? single ?? ''),
          ]),
        ),
        children: [],
      };
      parent?.children.push(element);
      root ??= element;
      if (empty === '') open.push(element);
    } else if (data !== undefined) {
      if (!parent) throw new NotXml();
      parent.children.push(data);
    } else if (!whole.startsWith('<')) {
      if (parent) parent.children.push(decode(whole));
      else if (whole.trim() !== '') throw new NotXml();
    } else if (!/^<(?:!--|\?)/.test(whole)) throw new NotXml();
    if (token.lastIndex === text.length) break;
  }
  if (!root || open.length > 0) throw new NotXml();
  return root;
}

/** The child elements of that name. */
export const childrenNamed = (element: XmlElement, wanted: string): XmlElement[] =>
  element.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === wanted);

/** All elements of that name, however deep. */
export function descendantsNamed(element: XmlElement, wanted: string): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === wanted ? [child] : descendantsNamed(child, wanted);
  });
}

/** Text for an element or attribute; characters that XML cannot hold are replaced. */
export const escapeXml = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
