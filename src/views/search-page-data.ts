import type { Message } from '../i18n/message.ts';
import type { NumberSigns } from '../i18n/write-number.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import type { ShownText } from './components/text/text.tsx';

/** What the list of offers tells the search application that runs on it, as JSON. */
export interface SearchPageData {
  readonly lang: LanguageTag;
  /** The interface texts it uses: message key → parsed message. */
  readonly messages: Readonly<Record<string, Message>>;
  /** How the page's language writes numbers. */
  readonly numbers: NumberSigns;
  /** The filters in the order in which they are shown, every value with its label. */
  readonly groups: readonly SearchFilterGroup[];
  /** Address of the list page. */
  readonly action: string;
  /** Address of the form “What is missing here?”, which takes the words and filters of a search. */
  readonly missing: string;
  /** Address of the worker's script. */
  readonly worker: string;
  /** Address of the script that knows days and distances. */
  readonly near: string;
  /** Address of the script that most queries do without. */
  readonly help: string;
  /** Address below which the files of the index lie: the site's base path. */
  readonly root: string;
}

export interface SearchFilterGroup {
  /** Name of the filter in the address: `topic`, `town` … */
  readonly field: string;
  readonly label: string;
  /** The values say nothing without the label: “yes”. */
  readonly dependent?: boolean;
  readonly options: readonly { readonly value: string; readonly label: ShownText }[];
}
