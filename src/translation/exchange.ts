import type { LanguageTag } from '../model/diagnostic.ts';

/** new: no translation yet · outdated: the source has changed · machine: nobody has read it · done. */
export const exchangeStates = ['new', 'outdated', 'machine', 'done'] as const;
export type ExchangeState = (typeof exchangeStates)[number];

/** A text on its way to a translator or back. */
export interface ExchangeUnit {
  readonly field: string;
  readonly source: string;
  /** Empty where there is none. */
  readonly target: string;
  readonly state: ExchangeState;
  readonly note?: string;
  readonly maxLength?: number;
  /** The translation has a placeholder that its source does not have. */
  readonly strayCode?: boolean;
}

export interface ExchangeEntry {
  /** Of the source, relative to the content folder. */
  readonly file: string;
  /** Of the source when the file was made: what `translation.of` names. */
  readonly hash: string;
  /** Of the translation when the file was made; empty where there was none. */
  readonly targetHash: string;
  readonly units: readonly ExchangeUnit[];
  /** Names that stay as they are, for marking them. */
  readonly names?: readonly string[];
}

/** What an exported file holds, in whatever format. */
export interface Exchange {
  readonly sourceLanguage: LanguageTag;
  readonly language: LanguageTag;
  readonly entries: readonly ExchangeEntry[];
}
