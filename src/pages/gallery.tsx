import type { VNode } from 'preact';
import type { LanguageTag } from '../model/diagnostic.ts';
import type { PageContext } from '../views/page-context.ts';
export const Gallery = (_: { readonly pages: ReadonlyMap<LanguageTag, PageContext> }): VNode => <p />;
