import type { Message } from '../i18n/message.ts';
import type { IsoDate, LanguageTag } from '../model/diagnostic.ts';
import type { Timetable } from '../model/timetable.ts';
import type { ShownText } from './components/text/text.tsx';
import type { WeekItem } from './components/week-plan/week-plan.tsx';

/** What the script of a week's timetable needs. */
export interface WeekPageData {
  readonly lang: LanguageTag;
  readonly messages: Readonly<Record<string, Message>>;
  /** The day the page was made. */
  readonly built: IsoDate;
  /** Address of the `WeekFile`; absent where that would be too large. */
  readonly file?: string;
  /** Address of the list of offers for the same town, to which filters can be added. */
  readonly list: string;
  readonly topics: readonly { readonly value: string; readonly label: ShownText }[];
}

/** `woche.json`: all that takes place in a town, with the rules by which it does. */
export interface WeekFile {
  readonly built: IsoDate;
  readonly country: string;
  readonly state: string;
  readonly schoolHolidays: readonly { readonly from: IsoDate; readonly until: IsoDate }[];
  readonly entries: readonly WeekEntry[];
}

export interface WeekEntry extends Omit<WeekItem, 'time'> {
  readonly topics: readonly string[];
  readonly timetable: Timetable;
}
