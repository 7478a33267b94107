import type { ComponentChildren } from 'preact';
import type { Formats } from '../i18n/formats.ts';
import type { Language } from '../i18n/languages.ts';
import type { Translate } from '../i18n/translator.ts';
import type { CatalogueOffer } from '../model/catalogue.ts';
import type { IsoDate, LanguageTag } from '../model/diagnostic.ts';
import type { PreviewWords } from '../model/preview-words.ts';
import type { PrintedBooklet } from '../model/printed-booklet.ts';

/** A link in a menu, in the words of the page's language. */
export interface MenuLink {
  readonly label: string;
  readonly href: string;
  /** The language the label is really in, where that is not the page's. */
  readonly lang?: LanguageTag;
  readonly current?: boolean;
  /** Leads to help in danger: it stands out, and stays where others make room. */
  readonly urgent?: boolean;
}

/** What every page knows of itself and of the site around it; made once per page by the engine, handed down as `page`. */
export interface PageContext {
  readonly language: Language;
  readonly lang: LanguageTag;
  readonly dir: 'ltr' | 'rtl';
  readonly t: Translate;
  readonly formats: Formats;
  /** Path below the language: `''` for the start page, `angebote/sprachcafe/`. */
  readonly path: string;
  /** All languages the site is built in. */
  readonly languages: readonly Language[];
  readonly site: {
    readonly title: string;
    readonly tagline?: string;
    /** A line above every page, e.g. that this is a demonstration. */
    readonly notice?: string;
    readonly publisher: {
      readonly name: string;
      readonly phone?: string;
      readonly email?: string;
      readonly url?: string;
    };
    /** Absolute address without trailing slash; undefined where the site does not know it. */
    readonly url?: string;
  };
  readonly mainMenu: readonly MenuLink[];
  readonly footerMenu: readonly MenuLink[];
  readonly today: IsoDate;
  /** Address of the site's root: its base path. */
  readonly root: string;
  /** Address of the folder with the municipality's pictures. */
  readonly media: string;
  /** Address of the description of the site as an app; absent where offline use is switched off. */
  readonly appManifest?: string;
  /** Address of a page with base path and language: `link('angebote/')` → `/base/de/angebote/`. */
  readonly link: (path: string, lang?: LanguageTag) => string;
  /** Address of a built file with its content hash: `asset('site.css')`. */
  readonly asset: (name: string) => string;
  /** Booklets of this language that were printed; absent where there are none. */
  readonly booklets?: readonly PrintedBooklet[];
  /** Addresses of the pictures that stand for pages where they are passed on; absent where there are none. */
  readonly previews?: {
    readonly site: string;
    /** Absent where offers have no pictures of their own in this language. */
    readonly of?: (words: PreviewWords) => string;
  };
  /** Fonts to preload for this language: hashed addresses. */
  readonly fonts: readonly string[];
  /** Present where the town has code of its own. */
  readonly own?: OwnParts;
}

/** What a town's own code adds to a page. */
export interface OwnParts {
  /** Its files for other programs. */
  readonly exports: readonly { readonly href: string; readonly title: string; readonly text: string }[];
  /** Markup for a place in the page, already made safe; null where there is none. */
  readonly fill: (slot: 'offer' | 'start' | 'footer', offer?: CatalogueOffer) => ComponentChildren;
}
