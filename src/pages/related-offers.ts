import type { CatalogueOffer } from '../model/catalogue.ts';
import { Families, reckoned } from '../model/reads.ts';
import type { SiteModel } from './site-model.ts';

const most = 4;
/** How the offers of each topic stand to others, in the order of lists. */
type ByTopic = (topic: string) => readonly Profile[];

interface Kept {
  readonly profiles: ByTopic;
  readonly related: (id: string) => readonly CatalogueOffer[];
}
const known = new WeakMap<SiteModel, Kept>();

/** From now on, who shows related offers of this model depends on which ones these are, not on all that could be. */
export function keepRelated(model: SiteModel, families: Families): Kept {
  const profile = reckoned(families, 'profile', (id): Profile => profileOf(model.catalogue.offers.get(id)!));
  const profiles = reckoned(families, 'profiles', (topic): readonly Profile[] =>
    (model.byTopic.get(topic) ?? []).map(({ id }) => profile(id)),
  );
  const related = reckoned(families, 'related', (id) => findRelated(profile(id), profiles));
  const made = { profiles, related };
  known.set(model, made);
  return made;
}

/** Up to four other offers that help with the same, the nearest first; the same in every language. */
export function relatedOffers(offer: CatalogueOffer, model: SiteModel): readonly CatalogueOffer[] {
  return (known.get(model) ?? keepRelated(model, new Families())).related(offer.id);
}

/** What of an offer decides how near it is to others. */
interface Profile {
  readonly offer: CatalogueOffer;
  readonly type: string;
  readonly topics: readonly string[];
  readonly town: string | undefined;
  readonly towns: readonly string[];
  readonly groups: readonly string[];
  readonly languages: readonly string[];
  readonly isActive: boolean;
}

const profileOf = (offer: CatalogueOffer): Profile => ({
  offer,
  type: offer.data.type,
  topics: offer.data.topics,
  town: offer.place?.town,
  towns: offer.towns,
  groups: offer.data.audience.groups,
  languages: offer.data.languages.map(({ code }) => code),
  isActive: offer.standing === 'active',
});

/** In a large topic each offer is compared with thousands: only the best four are kept, none is sorted, and none gathered. */
function findRelated(one: Profile, profiles: ByTopic): readonly CatalogueOffer[] {
  const best: { readonly offer: CatalogueOffer; readonly score: number }[] = [];
  for (const [place, topic] of one.topics.entries()) {
    for (const other of profiles(topic)) {
      // Whoever has one of the topics before has been looked at there.
      if (other === one) continue;
      if (place > 0 && one.topics.some((before, index) => index < place && other.topics.includes(before))) continue;
      const kinship = kinshipOf(one, other);
      // Lists are in a fixed order, and among equals the first one stays: what cannot be better is not looked at closely.
      if (best.length === most && kinship + mostLikeness <= best[most - 1]!.score) continue;
      const score = kinship + likeness(one, other);
      const rank = best.findIndex((ranked) => ranked.score < score);
      if (rank === -1 && best.length >= most) continue;
      best.splice(rank === -1 ? best.length : rank, 0, { offer: other.offer, score });
      if (best.length > most) best.pop();
    }
  }
  return best.map(({ offer }) => offer);
}

/** What someone looks for who cannot use the one: the same help first, then near. */
function kinshipOf(one: Profile, other: Profile): number {
  const near =
    one.town !== undefined && other.town !== undefined ? one.town === other.town : shared(one.towns, other.towns) > 0;
  return (
    (one.topics[0] === other.topics[0] ? 4 : 0) +
    2 * shared(one.topics, other.topics) +
    (near ? 3 : 0) +
    (one.type === other.type ? 1 : 0) -
    (other.isActive ? 0 : 3)
  );
}

/** Then for the same people, in the same languages. */
const likeness = (one: Profile, other: Profile): number =>
  Math.min(2, shared(one.groups, other.groups)) + Math.min(2, shared(one.languages, other.languages));
const mostLikeness = 4;

function shared(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  for (const value of a) if (b.includes(value)) count += 1;
  return count;
}
