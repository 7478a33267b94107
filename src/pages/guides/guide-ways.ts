import type { CatalogueGuide } from '../../model/catalogue.ts';
import { textsIn } from '../../model/translation.ts';
import type { Way } from '../../views/components/way-list/way-list.tsx';
import type { PageContext } from '../../views/page-context.ts';
import { entryTitle } from '../names.ts';
import { optionalText } from '../shown-text.ts';

export const guidesPath = 'wegweiser/';

/** Links to guides with a sentence each. */
export const guideWays = (guides: Iterable<CatalogueGuide>, page: PageContext): Way[] =>
  Array.from(guides, (guide) => ({
    href: page.link(`${guidesPath}${guide.id}/`),
    title: entryTitle(guide, page),
    text: optionalText(textsIn(guide, page.lang).text('summary'), page) ?? { value: '' },
  }));
