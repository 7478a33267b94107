import type { VNode } from 'preact';
import type { LanguageTag } from '../model/diagnostic.ts';
import type { PageContext } from '../views/page-context.ts';
import type { SiteModel } from './site-model.ts';

/**
 * One kind of page. An item is small (an id, a page number): what the page shows is looked up when it is rendered,
 * so that a hundred thousand pages can be listed without holding their content.
 */
export interface Route<Item> {
  readonly name: string;
  items(model: SiteModel, lang: LanguageTag): Iterable<Item>;
  /** Path below `/<lang>/`, with a trailing slash, or `''` for the start page. */
  path(item: Item): string;
  /** Whether search engines are asked to leave the page out; it is not in the sitemap either. */
  isHidden?(item: Item, model: SiteModel): boolean;
  /** The whole document, `<html>` included. */
  render(item: Item, model: SiteModel, page: PageContext): VNode;
}
