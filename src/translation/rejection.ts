/** Why a text was not taken over; the prose is in `cli/translate/texts.ts`. */
export type RejectionReason =
  /** No such entry, or no such text in it. */
  | 'unknown-entry'
  | 'unknown-field'
  /** The source text has changed since the file was made. */
  | 'stale'
  /** Somebody has changed the translation since the file was made. */
  | 'conflict'
  | 'too-long'
  | 'too-short'
  /** A number, address or link is missing, or there is one that the source does not have. */
  | 'lost'
  | 'added'
  /** A placeholder that the source does not have. */
  | 'placeholder'
  /** It is still the source text. */
  | 'untranslated'
  /** HTML, a link that leads nowhere good, or a sign that nobody can see. */
  | 'unsafe'
  /** It would turn into a list, a headline or several paragraphs. */
  | 'structure'
  /** Other paragraphs of the description or items of the list have no text: half of it is not published. */
  | 'incomplete'
  /** The file of the translation cannot be read or was changed while this ran. */
  | 'unreadable'
  | 'changed-meanwhile';

/** A text that was not taken over. */
export interface Rejection {
  /** File of the source, relative to the content folder. */
  readonly file: string;
  /** Undefined where all texts of the file are meant. */
  readonly field?: string;
  readonly reason: RejectionReason;
  /** What is lost, the limit that is exceeded … */
  readonly detail?: string;
}
