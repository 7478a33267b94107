import type { Message } from '../i18n/message.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import type { ShownText } from './components/text/text.tsx';

/** A dimension that a table can have as rows or columns. */
export interface PivotDimension<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** In the order in which they are shown. */
  readonly values: readonly { readonly value: string; readonly label: ShownText }[];
}

/** What the page about gaps tells the table that the reader puts together, as JSON. */
export interface GapsPageData {
  readonly lang: LanguageTag;
  readonly messages: Readonly<Record<string, Message>>;
  readonly dimensions: readonly PivotDimension[];
  /** Address of the offers with what is counted of them. */
  readonly data: string;
  /** Address below which the pages of the offers lie. */
  readonly offers: string;
}

/** The file at `data`. */
export interface GapsData<Facts> {
  readonly facts: readonly Facts[];
  /** Id → title. */
  readonly titles: Readonly<Record<string, ShownText>>;
}
