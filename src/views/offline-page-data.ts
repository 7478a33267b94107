import type { Message } from '../i18n/message.ts';
import type { LanguageTag } from '../model/diagnostic.ts';

/** What a page tells the script that keeps towns on the device, as JSON. */
export interface OfflinePageData {
  readonly lang: LanguageTag;
  /** The site's base path. */
  readonly root: string;
  /** The town of this page, or all towns to choose from. */
  readonly towns: readonly OfflineTown[];
  /** With the state of the whole device and the way to remove all. */
  readonly isWhole: boolean;
  readonly messages: Readonly<Record<string, Message>>;
}

export interface OfflineTown {
  readonly id: string;
  readonly title: string;
  readonly offers: number;
}
