import { directionOf } from '../i18n/direction-of.ts';
import type { CatalogueOffer } from '../model/catalogue.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import type { PreviewWords } from '../model/preview-words.ts';
import type { PageContext } from '../views/page-context.ts';
import { offerCard } from './offer-card.ts';
import { Output } from './output.ts';
import type { SiteModel } from './site-model.ts';

/** The pictures that stand for pages where these are passed on: what they are called, and which ones are needed. */
export interface Previews {
  /** In these languages every offer has a picture of its own. */
  readonly languages: ReadonlySet<LanguageTag>;
  /** Path below the site's root. */
  pathOf(words: PreviewWords): string;
  /** Says that the site needs this picture. */
  expect(words: PreviewWords): void;
  /** All pictures that the site needs. */
  list(): Iterable<readonly [path: string, read: () => Uint8Array]>;
}

type Shown = Pick<PageContext, 'site' | 'dir' | 'lang'>;

/** What stands on the picture of all pages that have none of their own. */
const siteWords = ({ site, dir }: Shown): PreviewWords => ({
  title: site.title,
  ...(site.tagline ? { line: site.tagline } : {}),
  dir,
});

/** What stands on the picture of an offer: what its card in a list says as well. */
function offerWords(offer: CatalogueOffer, model: SiteModel, page: PageContext): PreviewWords {
  const { title, kind, where } = offerCard(offer, model, page);
  const line = where ? `${kind} · ${where.value}` : kind;
  const own = title.lang && directionOf(title.lang);
  return {
    title: title.value,
    ...(own && own !== page.dir ? { titleDir: own } : {}),
    line,
    site: page.site.title,
    dir: page.dir,
  };
}

/** What the pages of one language know of the pictures. */
export function previewAddresses(previews: Previews, basePath: string, shown: Shown): PageContext['previews'] {
  const addressOf = (words: PreviewWords): string => basePath + previews.pathOf(words);
  return { site: addressOf(siteWords(shown)), ...(previews.languages.has(shown.lang) ? { of: addressOf } : {}) };
}

/** Address of the picture of an offer; undefined where offers have none, or this one is over. */
export const offerPreview = (offer: CatalogueOffer, model: SiteModel, page: PageContext): string | undefined =>
  offer.standing === 'ended' ? undefined : page.previews?.of?.(offerWords(offer, model, page));

/** The pictures that the site's pages name; drawn before they are rendered. `pages`: one of each language. */
export function previewFiles(previews: Previews, model: SiteModel, pages: Iterable<PageContext>): Output[] {
  for (const page of pages) {
    previews.expect(siteWords(page));
    if (page.previews?.of) for (const offer of model.current) previews.expect(offerWords(offer, model, page));
  }
  return Array.from(previews.list(), ([path, read]) => new Output(path, read));
}
