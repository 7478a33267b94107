import { updateOffer } from '../datasheet/update-offer.ts';
import { writeOffer } from '../datasheet/write-offer.ts';
import type { IsoDate } from '../model/diagnostic.ts';
import { isId, type HandIn } from './hand-in.ts';
import { writeNeed } from './need.ts';

/** `taken`: another offer has this id. `missing`: the offer is gone. `unreadable`: its file is damaged. */
export type Applied =
  | { readonly kind: 'changed'; readonly text: string }
  | { readonly kind: 'unchanged' | 'taken' | 'missing' | 'unreadable' };

/** Where the file of a hand-in stands below the content folder; the id is the only part that comes from outside. */
export function fileOf({ kind }: Pick<HandIn, 'kind'>, id: string): string {
  if (!isId(id)) throw new Error('Not an id');
  return kind === 'need' ? `concept/needs/${id}.md` : `offers/${id}.md`;
}

const plainKeys = <Value>(data: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null && value !== undefined));

/**
 * The file that a hand-in makes of the present one. Called once with what is on disk, to check it, and again with what
 * the forge has when it is sent: in between the offer may have changed, and nobody's edit may get lost.
 */
export function applyHandIn(handIn: HandIn, current: string | undefined, date: IsoDate): Applied {
  switch (handIn.kind) {
    case 'offer':
      return create(writeOffer({ reviewed: date, ...plainKeys(handIn.data) }, handIn.body ?? ''));
    case 'need':
      return create(writeNeed(handIn.data, handIn.body ?? '', date));
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

  function create(text: string): Applied {
    if (current === undefined) return { kind: 'changed', text };
    return { kind: current === text ? 'unchanged' : 'taken' };
  }

  function update(changes: Readonly<Record<string, unknown>>, body?: string): Applied {
    if (current === undefined) return { kind: 'missing' };
    const text = updateOffer(current, changes, body);
    if (text === undefined) return { kind: 'unreadable' };
    return text === current ? { kind: 'unchanged' } : { kind: 'changed', text };
  }
}
