import type { ForgeRepository } from '../datasheet/forge-address.ts';
import type { Message } from '../i18n/message.ts';
import type { IsoDate, LanguageTag } from '../model/diagnostic.ts';
import type { ShownText } from './components/text/text.tsx';

export interface FormOption {
  readonly value: string;
  readonly label: ShownText;
}

/** True where `field` has one of these values, or a list with one of them. */
export interface FormCondition {
  readonly field: string;
  readonly oneOf: readonly string[];
}

/**
 * How a field is asked for. lines: several texts, one a line · yes: a box to tick · organisation: one of the known or a
 * new one · place: a known place or an address of its own.
 */
export type FormControl =
  | 'text'
  | 'long-text'
  | 'lines'
  | 'email'
  | 'phone'
  | 'link'
  | 'date'
  | 'time'
  | 'number'
  | 'yes'
  | 'choice'
  | 'select'
  | 'choices'
  | 'group'
  | 'list'
  | 'organisation'
  | 'place';

/** One field of the data sheet as the form asks for it. */
export interface FormField {
  /** Name of the field in the data; empty for the item of a list. */
  readonly key: string;
  readonly control: FormControl;
  readonly label: ShownText;
  readonly help?: ShownText;
  readonly required: boolean;
  /** The field must be filled in, and is asked for, only then. */
  readonly when?: FormCondition;
  /** The field is asked for only then, but may be left empty. */
  readonly shownIf?: FormCondition;
  /** Name of the field beside it without which it makes no sense. */
  readonly shownWith?: string;
  /** Few need it: it stands below the others, folded away. */
  readonly more: boolean;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly options?: readonly FormOption[];
  /** Fields of a group, of a new organisation, or of an address. */
  readonly fields?: readonly FormField[];
  readonly item?: FormField;
}

/** One step of the form. */
export interface FormStep {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly FormField[];
}

/** Where a hand-in can go; each way that is there is offered. */
export interface HandInWays {
  readonly repository?: ForgeRepository;
  readonly email?: string;
  readonly download: boolean;
  /** Address below which `/challenge` and `/hand-in` answer. */
  readonly inbox?: string;
}

export interface KnownPlace {
  readonly name: ShownText;
  readonly kind: 'district' | 'town' | 'quarter' | 'venue';
  readonly partOf?: string;
  readonly street?: string;
  readonly postalCode?: string;
  readonly protected?: true;
}

export interface KnownTerm {
  readonly label: ShownText;
  readonly fieldsOfAction?: readonly string[];
}

/** What the page of the data sheet tells the form that runs on it, as JSON. */
export interface DatasheetPageData {
  readonly lang: LanguageTag;
  readonly sourceLanguage: LanguageTag;
  readonly today: IsoDate;
  readonly country: string;
  readonly messages: Readonly<Record<string, Message>>;
  readonly steps: readonly FormStep[];
  readonly places: Readonly<Record<string, KnownPlace>>;
  readonly organisations: Readonly<Record<string, ShownText>>;
  /** Vocabulary → id → term. */
  readonly vocabularies: Readonly<Record<string, Readonly<Record<string, KnownTerm>>>>;
  /** How telephone numbers of the site's own country look, as `libphonenumber-js` takes it. */
  readonly phones: object;
  readonly ways: HandInWays;
  readonly publisher: { readonly name: string; readonly phone?: string; readonly email?: string };
  /** Addresses: of the site's root, and of the scripts that are loaded when they are needed. */
  readonly root: string;
  readonly checkScript: string;
  readonly textScript: string;
  /** Telephone numbers of all countries. */
  readonly phonesScript: string;
  readonly proofScript: string;
  /** Messages of the check in the page's own language, where there are any. */
  readonly wordsScript?: string;
}

/** `/data/offers/<id>.json`: what the public may know of an offer, in the words of its source. */
export interface OfferSource {
  readonly id: string;
  readonly lang: LanguageTag;
  /** Names this state of the offer; a hand-in that changes it says so, so that nothing newer gets overwritten. */
  readonly of?: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Markdown. */
  readonly body: string;
}
