/** What a booklet is about: all offers of a town, or all about a topic. */
export interface BookletSubject {
  readonly kind: 'town' | 'topic';
  readonly id: string;
}

/** Also the name of its file. */
export const bookletName = ({ kind, id }: BookletSubject): string => `${kind === 'town' ? 'ort' : 'thema'}-${id}`;
