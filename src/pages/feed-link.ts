import type { Alternate } from '../views/components/document/document.tsx';
import type { PageContext } from '../views/page-context.ts';

/** How a feed reader finds the feed of a page; feeds need absolute addresses, so there is none without a site address. */
export const feedOf = (page: PageContext, folder: string, title: string): readonly Alternate[] =>
  page.site.url === undefined ? [] : [{ type: 'application/atom+xml', title, href: page.link(`${folder}feed.xml`) }];
