import { Fragment, h, isValidElement, type ComponentChildren, type VNode } from 'preact';
import { isSafeLink } from '../content/safe-link.ts';

/** What a slot may hold: words, lists, tables, links and pictures. Nothing that runs, asks or loads from elsewhere. */
const elements = new Set(
  (
    'a abbr address aside b bdi bdo blockquote br caption cite code dd del details div dl dt em figcaption figure ' +
    'h2 h3 h4 hr i img ins kbd li mark ol p q s section small span strong sub summary sup table tbody td tfoot th ' +
    'thead time tr u ul'
  ).split(' '),
);

const attributes =
  /^(abbr|alt|class|cite|colspan|datetime|dir|download|headers|height|href|hreflang|id|lang|loading|open|rel|reversed|role|rowspan|scope|start|title|translate|type|value|width|src|aria-[a-z]+|data-[a-z-]+)$/;

/** Why some markup is refused, in a few words. */
export class MarkupRefused extends Error {
  override readonly name = 'MarkupRefused';
}

/**
 * The markup with nothing in it but what a slot may hold; its own components are called, without state.
 * Throws `MarkupRefused` where it holds anything else: raw HTML, scripts, styles, forms, handlers, foreign addresses.
 * @param media address of the folder with the town's own pictures
 */
export function safeMarkup(markup: ComponentChildren, media: string, depth = 0): ComponentChildren {
  if (depth > 50) throw new MarkupRefused('more than 50 levels');
  if (Array.isArray(markup)) return markup.map((child) => safeMarkup(child, media, depth + 1));
  if (markup === null || markup === undefined || typeof markup === 'boolean') return null;
  if (typeof markup === 'string' || typeof markup === 'number' || typeof markup === 'bigint') return String(markup);
  if (!isValidElement(markup)) throw new MarkupRefused('neither text nor an element');
  const { type, props, key } = markup as VNode<Record<string, unknown>>;
  if (type === Fragment) return safeMarkup(props['children'], media, depth + 1);
  if (typeof type === 'function') {
    const component = type as (given: Record<string, unknown>) => ComponentChildren;
    return safeMarkup(component(props), media, depth + 1);
  }
  if (!elements.has(type)) throw new MarkupRefused(`<${type}>`);
  const { children, ...given } = props;
  for (const [name, value] of Object.entries(given)) {
    if (!attributes.test(name)) throw new MarkupRefused(`<${type} ${name}>`);
    if (typeof value === 'function' || (typeof value === 'object' && value !== null))
      throw new MarkupRefused(`<${type} ${name}>`);
    if ((name === 'href' || name === 'cite') && !isSafeLink(String(value)))
      throw new MarkupRefused(`<${type} ${name}="${String(value)}">`);
    if (
      name === 'src' &&
      !(String(value).startsWith(media) && /^[a-z0-9][a-z0-9._-]*$/.test(String(value).slice(media.length)))
    )
      throw new MarkupRefused(`<${type} src="${String(value)}">`);
  }
  return h(type, { ...given, key }, safeMarkup(children, media, depth + 1));
}
