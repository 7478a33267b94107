import type { Message } from '../i18n/message.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import type { MapFrame, MapView, Point } from '../model/map-projection.ts';
import type { MapPlaceData } from './components/map-places/map-places.tsx';
import type { ShownText } from './components/text/text.tsx';
import type { MapName } from './components/town-map/town-map.tsx';

/** What the script of a map needs to begin; the places come from a file of their own. */
export interface MapPageData {
  readonly lang: LanguageTag;
  readonly label: string;
  readonly names: readonly MapName[];
  readonly view: MapView;
  readonly frame: MapFrame;
  /** Address of the town's places; absent on the map of all towns. */
  readonly places?: string;
  /** On the map of all towns. */
  readonly towns?: readonly MapTown[];
  /** Ids and names of the topics that have a point, in their order. */
  readonly topics: readonly (readonly [id: string, name: ShownText])[];
  /** The town's own street map. */
  readonly tiles?: {
    readonly url: string;
    /** Who is asked for pictures; absent for the site's own server. */
    readonly host?: string;
    readonly source: ShownText;
    readonly sourceUrl?: string;
    readonly closest: number;
  };
  readonly messages: Readonly<Record<string, Message>>;
}

export interface MapTown {
  readonly id: string;
  readonly name: ShownText;
  readonly at: Point;
  readonly href: string;
  /** Offers with a point, then those of each topic, in the order of `topics`. */
  readonly counts: readonly number[];
}

/** `/<lang>/karte/<town>/orte.json`: a place with its point and, for each offer, the numbers of its topics in `topics`. */
export interface LocatedPlace extends MapPlaceData {
  readonly at: Point;
  readonly topics: readonly (readonly number[])[];
}
