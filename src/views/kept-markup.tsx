import type { VNode } from 'preact';
import { kept } from '../model/reads.ts';
import { asMade, forMany, type MadeMarkup } from './made-markup.ts';
import type { MenuLink, PageContext } from './page-context.ts';
import { escape, renderMarkup } from './render-markup.ts';

type PagePart = (props: { readonly page: PageContext }) => VNode;
type Blanks = Readonly<Record<string, string>>;
/** A part of pages with blanks in texts and attributes, which are filled in for each page. */
type Form<Filled extends Blanks> = (props: { readonly page: PageContext; readonly blanks: Filled }) => VNode;

/** A part of pages that depends on nothing but some names. */
type Choice = (props: { readonly page: PageContext; readonly names: readonly string[] }) => VNode;

/** A form's markup, cut where its blanks are. */
type Pieces = readonly (string | MadeMarkup | Blank)[];

/** Where something is filled in. */
interface Blank {
  readonly blank: string;
}

/** Stands in no text, and no address and no escaping changes it. */
const placeholder = (name: string): string => `blank-${name}-here`;
const placeholders = /blank-(\w+)-here/;

const isCurrent = ({ current }: MenuLink): boolean => current === true;

/** Pages of one language and build have their `link` in common. */
const known = new WeakMap<PageContext['link'], Map<unknown, Map<string, () => Pieces>>>();

function keptPieces(part: unknown, names: readonly string[], page: PageContext, make: () => VNode): Pieces {
  let parts = known.get(page.link);
  if (!parts) known.set(page.link, (parts = new Map()));
  let variants = parts.get(part);
  if (!variants) parts.set(part, (variants = new Map()));
  const variant = names.join();
  let pieces = variants.get(variant);
  if (!pieces) variants.set(variant, (pieces = kept(() => cut(renderMarkup(make())))));
  return pieces();
}

/** Names and texts come by turns. */
const cut = (markup: string): Pieces =>
  markup.split(placeholders).map((piece, index) => (index % 2 === 0 ? forMany(piece) : { blank: piece }));

const fillIn = (pieces: Pieces, blanks: Blanks): VNode =>
  asMade(
    ...pieces.map((piece) =>
      typeof piece === 'object' && 'blank' in piece ? escape(blanks[piece.blank] ?? '') : piece,
    ),
  );

/**
 * A part that is the same on all pages of a language but for the page's own path: made once, then only the path is put
 * in. That is a quarter of a page's markup. Where the menus mark the page as the current one, or the town's own code
 * may say something of its own, it is made anew.
 */
export function keptPart(Part: PagePart, page: PageContext): VNode {
  if (page.own || page.mainMenu.some(isCurrent) || page.footerMenu.some(isCurrent)) return <Part page={page} />;
  const pieces = keptPieces(Part, [], page, () => <Part page={{ ...page, path: placeholder('path') }} />);
  return fillIn(pieces, { path: page.path });
}

/** A part that is the same on all pages of a language that name the same things, such as style sheets, and depends on nothing else of a page. */
export function keptChoice(Part: Choice, page: PageContext, names: readonly string[]): VNode {
  return fillIn(
    keptPieces(Part, names, page, () => <Part page={page} names={names} />),
    {},
  );
}

/**
 * A part that is the same on all pages of a language but for some texts or addresses, made once for each choice of
 * blanks that are there. A form asks only whether a blank is there, never what is in it, and not for the page's path.
 * No blank is the address of a file that the page loads: that is looked for piece by piece.
 */
export function keptForm<Filled extends Blanks>(Part: Form<Filled>, page: PageContext, blanks: Filled): VNode {
  const names = Object.keys(blanks);
  const pieces = keptPieces(Part, names, page, () => (
    <Part page={page} blanks={Object.fromEntries(names.map((name) => [name, placeholder(name)])) as Filled} />
  ));
  return fillIn(pieces, blanks);
}
