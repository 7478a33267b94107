/** Whom the law of a Land names for those whom the authority does not help, and the law itself. */
export interface StateLaw {
  readonly law: string;
  readonly body: { readonly name: string; readonly url: string };
}

/** By the code of the Land (ISO 3166-2 without `DE-`); source: the body's own page, 2026-11-22. */
export const stateLaws: Readonly<Record<string, StateLaw>> = {
  NW: {
    law: 'BGG NRW, BITVNRW',
    body: {
      name: 'Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen',
      url: 'https://www.lbbp.nrw.de/ombudsstelle',
    },
  },
};
