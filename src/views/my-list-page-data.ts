import type { Message } from '../i18n/message.ts';
import type { LanguageTag } from '../model/diagnostic.ts';

/** What the script of the reader's own list needs. */
export interface MyListPageData {
  readonly lang: LanguageTag;
  /** Address of the site's root: its base path. */
  readonly root: string;
  /** Absolute address without a slash at the end, where the site knows its own. */
  readonly url?: string;
  /** All languages the site is built in, by their own names. */
  readonly languages: readonly { readonly tag: LanguageTag; readonly name: string }[];
  readonly messages: Readonly<Record<string, Message>>;
}
