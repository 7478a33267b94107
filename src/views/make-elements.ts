import type { ComponentChildren } from 'preact';

type Props = Readonly<Record<string, unknown>>;

/** As much of a `VNode` as is looked at here. */
interface Drawn {
  readonly type: string | ((props: Props) => unknown);
  readonly props: Props;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/**
 * Puts a tree into the document once and for all, without keeping it to compare with the next one: in a fraction of the
 * time that Preact takes, for functions without state, handlers and styles. What `renderMarkup` writes, as elements.
 */
export function makeElements(tree: ComponentChildren, parent: Element): void {
  put(tree, parent);
}

function put(node: unknown, parent: Element): void {
  if (Array.isArray(node)) for (const child of node) put(child, parent);
  else if (typeof node === 'string' || typeof node === 'number') parent.append(String(node));
  else if (node && typeof node === 'object') {
    const { type, props } = node as Drawn;
    if (typeof type === 'function') put(type(props), parent);
    else parent.append(elementOf(type, props, parent));
  }
}

function elementOf(tag: string, props: Props, parent: Element): Element {
  const document = parent.ownerDocument;
  const isSvg = tag === 'svg' || parent.namespaceURI === svgNamespace;
  const element = isSvg ? document.createElementNS(svgNamespace, tag) : document.createElement(tag);
  for (const name in props) {
    const value = props[name];
    if (name === 'children' || value === undefined || value === null || value === false) continue;
    if (typeof value !== 'string' && typeof value !== 'number' && value !== true)
      throw new TypeError(`${name} of ${tag} is no plain attribute`);
    element.setAttribute(name, value === true ? '' : String(value));
  }
  put(props['children'], element);
  return element;
}
