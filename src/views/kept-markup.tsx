import type { VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { kept } from '../model/reads.ts';
import type { PageContext } from './page-context.ts';
import { renderMarkup } from './render-markup.ts';

/** Markup that was made before, put into a page as it is. Only for pages that are made of text, not in the browser. */
export const asMade = (...pieces: readonly string[]): VNode => jsxTemplate([...pieces]);

type PagePart = (props: { readonly page: PageContext }) => VNode;

/** A path that stands in no text and that no address changes. */
const placeholder = 'path-of-this-page/';

/** Pages of one language and build have their `link` in common. */
const known = new WeakMap<PageContext['link'], Map<PagePart, () => readonly string[]>>();

/**
 * A part that is the same on all pages of a language but for the page's own path: made once, then only the path is put
 * in. That is a quarter of a page's markup. Where the menus mark the page as the current one, or the town's own code
 * may say something of its own, it is made anew.
 */
export function keptPart(Part: PagePart, page: PageContext): VNode {
  if (page.own || [...page.mainMenu, ...page.footerMenu].some(({ current }) => current)) return <Part page={page} />;
  let parts = known.get(page.link);
  if (!parts) known.set(page.link, (parts = new Map()));
  let pieces = parts.get(Part);
  if (!pieces)
    parts.set(
      Part,
      (pieces = kept(() => renderMarkup(<Part page={{ ...page, path: placeholder }} />).split(placeholder))),
    );
  return asMade(pieces().join(page.path));
}
