import { updateOffer } from '../datasheet/update-offer.ts';
import { writeEntry, writeOffer } from '../datasheet/write-offer.ts';
import type { IsoDate } from '../model/diagnostic.ts';
import { isId, type HandIn } from './hand-in.ts';
import { writeNeed } from './need.ts';

/** `taken`: another entry has this id. `missing`: the offer is gone. `unreadable`: its file is damaged. */
export type Applied =
  | { readonly kind: 'changed'; readonly text: string }
  | { readonly kind: 'unchanged' | 'taken' | 'missing' | 'unreadable' };

/** One of the files that a hand-in makes or changes. */
export interface HandInFile {
  /** Below the content folder; the id is the only part that comes from outside. */
  readonly path: string;
  /**
   * The file that the hand-in makes of the present one. Called once with what is on disk, to check it, and again with
   * what the forge has when it is sent: in between it may have changed, and nobody's edit may get lost.
   */
  apply(current: string | undefined): Applied;
}

function fileOf({ kind }: Pick<HandIn, 'kind'>, id: string): string {
  if (!isId(id)) throw new Error('Not an id');
  return kind === 'need' ? `concept/needs/${id}.md` : `offers/${id}.md`;
}

function organisationFile(id: string): string {
  if (!isId(id)) throw new Error('Not an id');
  return `organisations/${id}.md`;
}

const plainKeys = <Value>(data: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null && value !== undefined));

function create(text: string, current: string | undefined): Applied {
  if (current === undefined) return { kind: 'changed', text };
  return { kind: current === text ? 'unchanged' : 'taken' };
}

/** The hand-in with its new organisation under another id. */
export function withOrganisationId(handIn: HandIn, id: string): HandIn {
  const { organisation, data } = handIn;
  if (!organisation || organisation.id === id) return handIn;
  return { ...handIn, organisation: { ...organisation, id }, data: { ...data, organisation: id } };
}

function applyTo(handIn: HandIn, current: string | undefined, date: IsoDate): Applied {
  switch (handIn.kind) {
    case 'offer':
      return create(writeOffer({ reviewed: date, ...plainKeys(handIn.data) }, handIn.body ?? ''), current);
    case 'need':
      return create(writeNeed(handIn.data, handIn.body ?? '', date), current);
    case 'correction': {
      // What a form does not know stays; only `null` takes a field out.
      const changes = Object.fromEntries(Object.entries(handIn.data).map(([key, value]) => [key, value ?? undefined]));
      return update({ reviewed: date, ...changes }, handIn.body);
    }
    case 'gone':
      return update({ status: 'ended' });
    case 'still-correct':
      return update({ reviewed: date });
  }

  function update(changes: Readonly<Record<string, unknown>>, body?: string): Applied {
    if (current === undefined) return { kind: 'missing' };
    const text = updateOffer(current, changes, body);
    if (text === undefined) return { kind: 'unreadable' };
    return text === current ? { kind: 'unchanged' } : { kind: 'changed', text };
  }
}

/** All files of a hand-in; the one that it is about comes first. */
export function filesOf(handIn: HandIn, id: string, date: IsoDate): readonly [HandInFile, ...HandInFile[]] {
  const { organisation } = handIn;
  const main: HandInFile = {
    path: fileOf(handIn, id),
    apply: (current) => applyTo(handIn, current, date),
  };
  if (!organisation) return [main];
  const text = writeEntry('organisations', plainKeys(organisation.data), '');
  return [main, { path: organisationFile(organisation.id), apply: (current) => create(text, current) }];
}
