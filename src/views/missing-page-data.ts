import type { Message } from '../i18n/message.ts';
import type { IsoDate, LanguageTag } from '../model/diagnostic.ts';
import type { FormOption, HandInWays } from './datasheet-page-data.ts';

/** What the page “What is missing here?” tells the form that runs on it, as JSON. */
export interface MissingPageData {
  readonly lang: LanguageTag;
  readonly today: IsoDate;
  readonly messages: Readonly<Record<string, Message>>;
  /** By the name of the field in the data; each of them takes one value. */
  readonly choices: Readonly<Record<'topics' | 'where' | 'whom' | 'languages', readonly FormOption[]>>;
  readonly ways: HandInWays;
  readonly proofScript: string;
}
