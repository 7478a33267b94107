import type { IsoDate, LanguageTag } from './diagnostic.ts';

/** A booklet that has been printed to a file and stands on the site to be downloaded. */
export interface PrintedBooklet {
  readonly lang: LanguageTag;
  readonly kind: 'town' | 'topic';
  /** Id of the town or topic. */
  readonly id: string;
  /** Path below the folder of booklets: `de/ort-brinkenau.pdf`. */
  readonly file: string;
  readonly pages: number;
  readonly bytes: number;
  readonly date: IsoDate;
}
