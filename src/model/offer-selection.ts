import type { Offer } from './schema.generated.ts';

/** Which offers are looked for: by a step of a guide, or by an answer to “What do you need?”. */
export interface OfferSelection {
  readonly topics?: readonly string[] | undefined;
  readonly types?: readonly string[] | undefined;
  readonly target_groups?: readonly string[] | undefined;
}

/** The part of an offer that decides; every field may be missing while content is checked. */
interface Chosen {
  readonly type?: Offer['type'] | undefined;
  readonly topics?: readonly (string | undefined)[] | undefined;
  readonly audience?: { readonly groups?: readonly (string | undefined)[] | undefined } | undefined;
}

const shares = (wanted: readonly string[], values: readonly (string | undefined)[] = []): boolean =>
  values.some((value) => value !== undefined && wanted.includes(value));

/**
 * Whether an offer has one of the topics and one of the types. Target groups choose only where nothing else does:
 * beside topics they say who comes first. Places to help as a volunteer are found only by whoever asks for them.
 */
export function isSelected({ topics, types, target_groups: groups }: OfferSelection, offer: Chosen): boolean {
  if (topics === undefined && types === undefined)
    return groups !== undefined && offer.type !== 'volunteering' && shares(groups, offer.audience?.groups);
  if (types === undefined ? offer.type === 'volunteering' : !shares(types, [offer.type])) return false;
  return topics === undefined || shares(topics, offer.topics);
}
