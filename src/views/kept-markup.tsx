import type { VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { kept } from '../model/reads.ts';
import type { PageContext } from './page-context.ts';
import { escape, renderMarkup } from './render-markup.ts';

/** Markup that was made before, put into a page as it is. Only for pages that are made of text, not in the browser. */
export const asMade = (...pieces: readonly string[]): VNode => jsxTemplate([...pieces]);

type PagePart = (props: { readonly page: PageContext }) => VNode;
type Blanks = Readonly<Record<string, string>>;
/** A part of pages with blanks in texts and attributes, which are filled in for each page. */
type Form<Filled extends Blanks> = (props: { readonly page: PageContext; readonly blanks: Filled }) => VNode;

/** A form's markup, cut where its blanks are: a text, then name and text by turns. */
type Pieces = readonly string[];

/** Stands in no text, and no address and no escaping changes it. */
const placeholder = (name: string): string => `blank-${name}-here`;
const placeholders = /blank-(\w+)-here/;

/** Pages of one language and build have their `link` in common. */
const known = new WeakMap<PageContext['link'], Map<unknown, Map<string, () => Pieces>>>();

function keptPieces(part: unknown, names: readonly string[], page: PageContext, make: () => VNode): Pieces {
  let parts = known.get(page.link);
  if (!parts) known.set(page.link, (parts = new Map()));
  let variants = parts.get(part);
  if (!variants) parts.set(part, (variants = new Map()));
  const variant = names.join();
  let pieces = variants.get(variant);
  if (!pieces) variants.set(variant, (pieces = kept(() => renderMarkup(make()).split(placeholders))));
  return pieces();
}

const fillIn = (pieces: Pieces, blanks: Blanks): string =>
  pieces.map((piece, index) => (index % 2 === 0 ? piece : escape(blanks[piece] ?? ''))).join('');

/**
 * A part that is the same on all pages of a language but for the page's own path: made once, then only the path is put
 * in. That is a quarter of a page's markup. Where the menus mark the page as the current one, or the town's own code
 * may say something of its own, it is made anew.
 */
export function keptPart(Part: PagePart, page: PageContext): VNode {
  if (page.own || [...page.mainMenu, ...page.footerMenu].some(({ current }) => current)) return <Part page={page} />;
  const pieces = keptPieces(Part, [], page, () => <Part page={{ ...page, path: placeholder('path') }} />);
  return asMade(fillIn(pieces, { path: page.path }));
}

/**
 * A part that is the same on all pages of a language but for some texts or addresses, made once for each choice of
 * blanks that are there. A form asks only whether a blank is there, never what is in it, and not for the page's path.
 */
export function keptForm<Filled extends Blanks>(Part: Form<Filled>, page: PageContext, blanks: Filled): VNode {
  const names = Object.keys(blanks);
  const pieces = keptPieces(Part, names, page, () => (
    <Part page={page} blanks={Object.fromEntries(names.map((name) => [name, placeholder(name)])) as Filled} />
  ));
  return asMade(fillIn(pieces, blanks));
}
