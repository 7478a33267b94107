import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

const addresses = new Set(['href', 'src', 'action', 'formaction', 'poster', 'data', 'cite', 'srcset', 'ping']);
/** What a page may lead to: its own site, the web, a phone, a mailbox, a map. `data:` is only what we make ourselves. */
const safeScheme =
  /^(?:https?:|mailto:|tel:|geo:|data:text\/markdown;charset=utf-8,|data:image\/png;base64,[\w+/=]+$|#|\/|\?|\.|[^:]*$)/;
const forbidden = new Set(['iframe', 'object', 'embed', 'base', 'frame', 'applet', 'style', 'x-pwned']);

/** What is wrong with a page into which hostile text went; nothing where every text stayed text. */
export function faultsIn(html: string): string[] {
  const faults: string[] = [];
  const document = parse(html, {
    onParseError: ({ code, startOffset }) => {
      // Odd letters in a text are odd letters; everything else means that a text was taken for markup.
      if (!/control-character|noncharacter|surrogate/.test(code))
        faults.push(`${code}: ${html.slice(Math.max(0, startOffset - 60), startOffset + 60)}`);
    },
  });
  look(document);
  return faults;

  function look(node: Node): void {
    if ('tagName' in node) {
      if (forbidden.has(node.tagName)) faults.push(`<${node.tagName}>`);
      const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
      for (const [name, value] of attributes) {
        if (name.startsWith('on') || name === 'style' || name === 'srcdoc') faults.push(`${name}="${value}"`);
        if (addresses.has(name) && !safeScheme.test(value.trim())) faults.push(`${name}="${value.slice(0, 80)}"`);
      }
      if (node.tagName === 'script') {
        const inside = node.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
        if (/json/.test(attributes.get('type') ?? '')) JSON.parse(inside);
        else if (inside.trim() !== '') faults.push(`script: ${inside.slice(0, 80)}`);
      }
      if (node.tagName === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'refresh') {
        const { content = '' } = Object.fromEntries(attributes);
        if (/javascript|data:/i.test(content)) faults.push(content);
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(look);
  }
}
