import type { LanguageTag } from '../model/diagnostic.ts';
import type { OfferCardData } from './components/offer-card/offer-card.tsx';

/**
 * `/einbetten/v1/<lang>/<list>.json`: what `<angebotslotse-list>` shows on the pages of others. The form is public: new
 * fields may come, none goes or changes its meaning before a `v2`.
 */
export interface EmbedFile {
  readonly lang: LanguageTag;
  readonly dir: 'ltr' | 'rtl';
  /** Name of the topic, town, group or language, or of the site. */
  readonly title: string;
  /** Language of the title, where it is another. */
  readonly titleLang?: LanguageTag;
  /** Address of the page with the whole list, from the root of the server. */
  readonly href: string;
  readonly site: string;
  readonly texts: { readonly empty: string; readonly all: string; readonly source: string };
  readonly offers: readonly EmbedOffer[];
}

export interface EmbedOffer extends OfferCardData {
  readonly topics: readonly string[];
  readonly towns: readonly string[];
  readonly audiences: readonly string[];
  readonly spoken: readonly LanguageTag[];
}

/** What the element says before it has read anything; by language. */
export type EmbedTexts = Readonly<
  Record<
    LanguageTag,
    {
      readonly dir: 'ltr' | 'rtl';
      readonly loading: string;
      readonly failed: string;
      readonly retry: string;
      readonly open: string;
    }
  >
>;

/** The kinds of list that there is a file for, by the attribute that asks for it; the first that is given decides. */
export const embedLists = {
  town: 'orte',
  topic: 'themen',
  audience: 'zielgruppen',
  language: 'sprachen',
} as const;
export type EmbedFilter = keyof typeof embedLists;

/** Name of the file with the offers of one town, topic, group or language; without one, of the newest of all. */
export const embedFile = (filter?: EmbedFilter, id = ''): string =>
  filter === undefined ? 'alle' : `${embedLists[filter]}-${id}`;

/** Where everything for the pages of others lies, below the site's root. */
export const embedFolder = 'einbetten/';
export const embedScript = `${embedFolder}angebotslotse-list.js`;
export const embedDataFolder = `${embedFolder}v1/`;

/** The data of the page that makes the code to embed. */
export interface EmbedBuilderData {
  readonly lang: LanguageTag;
  readonly root: string;
  /** Absolute address without a slash at the end, where the site knows its own. */
  readonly url?: string;
  readonly texts: EmbedTexts;
  readonly copied: string;
  readonly title: string;
}

/** The data of the page that is shown in a frame. */
export interface EmbedFrameData {
  readonly root: string;
  readonly texts: EmbedTexts;
}
