import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Formats } from '../../i18n/formats.ts';
import type { Translate } from '../../i18n/translator.ts';
import { mapSize, metresPerUnit, viewOf, type MapView } from '../../model/map-projection.ts';
import { EntryList } from '../../views/components/entry-list/entry-list.tsx';
import { MapPlaces } from '../../views/components/map-places/map-places.tsx';
import { foreign } from '../../views/components/text/text.tsx';
import { TownMap, type MapBase } from '../../views/components/town-map/town-map.tsx';
import { mapScale, townMarks } from '../../views/components/town-map/map-marks.ts';
import type { LocatedPlace, MapPageData } from '../../views/map-page-data.ts';
import { changedView, marksFor, placesWith } from './map-points.ts';
import { tilesFor } from './map-tiles.ts';
import { useGestures } from './use-gestures.ts';

export interface MapAppProps {
  readonly t: Translate;
  readonly formats: Formats;
  readonly page: MapPageData;
  readonly base: MapBase;
  readonly places: readonly LocatedPlace[];
  /** What the page says below its list. */
  readonly others: readonly Element[];
}

/** Metres across: nearer than this there is nothing more to see. */
const nearest = 400;
/** Pixels: what a thumb hits. */
const thumb = 44;
const placesAtOnce = 100;

const arrows: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-0.2, 0],
  ArrowRight: [0.2, 0],
  ArrowUp: [0, -0.2],
  ArrowDown: [0, 0.2],
};

/** The topic that a link from the map of all towns brings along: `#thema=german`. */
const topicInAddress = (): string => /^#thema=([\w-]+)$/.exec(location.hash)?.[1] ?? '';

/** The map that can be moved, with the list of what it shows. */
export function MapApp({ t, formats, page, base, places, others }: MapAppProps): VNode {
  const [view, setView] = useState(page.view);
  const [topicId, setTopicId] = useState(topicInAddress);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [width, setWidth] = useState(560);
  const [streets, setStreets] = useState(false);
  const [limit, setLimit] = useState(placesAtOnce);
  const heading = useRef<HTMLHeadingElement>(null);
  const after = useRef<HTMLDivElement>(null);

  const metres = metresPerUnit(page.frame);
  // Beyond three times the town its page knows nothing to draw.
  const limits = { smallest: nearest / metres, largest: Math.min(mapSize, page.view.size * 3) };
  const change = (wanted: Parameters<typeof changedView>[1]): void =>
    setView((current) => changedView(current, wanted, limits));
  const isMoved = view.size < page.view.size || view.x !== page.view.x || view.y !== page.view.y;
  const surface = useGestures({
    onPan: (right, down) => change({ right, down }),
    onZoom: (factor, at) => change({ factor, at }),
    canPan: () => isMoved,
  });

  useEffect(() => {
    after.current?.replaceChildren(...others);
    const element = surface.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const topic = page.topics.findIndex(([id]) => id === topicId);
  const shown = placesWith(places, topic);
  const marks = page.towns
    ? townMarks(page.towns, t, topic + 1).map((mark) => ({
        ...mark,
        href: topic < 0 ? mark.href : `${mark.href}#thema=${topicId}`,
      }))
    : marksFor(shown, view, { distance: (thumb / width) * view.size, chosen, t });
  const listed = chosen.length > 0 ? shown.filter(({ number }) => chosen.includes(number)) : shown;
  const towns = page.towns?.filter(({ counts }) => (counts[topic + 1] ?? 0) > 0);

  const choose = (key: string, event: Event): void => {
    event.preventDefault();
    const numbers = key.split(',').map(Number);
    setChosen(numbers);
    setLimit(placesAtOnce);
    const points = shown.filter(({ number }) => numbers.includes(number)).map(({ at }) => at);
    const together = viewOf(points, limits.smallest);
    const canSplit = numbers.length > 1 && together.size < view.size * 0.9;
    if (canSplit) setView(together);
    // Who works by keyboard, or has come to a single place, goes on in the list; others go on in the map.
    if (!canSplit || (event as MouseEvent).detail === 0) heading.current?.focus();
  };
  const showAll = (): void => {
    setChosen([]);
    heading.current?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    const arrow = arrows[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (arrow) change({ right: arrow[0], down: arrow[1] });
    else if (event.key === '+' || event.key === '=') change({ factor: 0.6 });
    else if (event.key === '-') change({ factor: 1 / 0.6 });
    else if (event.key === '0') setView(page.view);
    else return;
    event.preventDefault();
    // The point that had the focus may have gone.
    surface.current?.focus({ preventScroll: true });
  };

  const { tiles } = page;
  return (
    <>
      <div class="map-picture">
        <div class="map-tools no-print">
          <a href="#liste">{t('map.skip')}</a>
          {page.topics.length > 1 && (
            <label>
              {t('filter.topic')}{' '}
              <select
                value={topicId}
                onChange={(event) => {
                  setTopicId(event.currentTarget.value);
                  setChosen([]);
                }}
              >
                <option value="">{t('map.all-topics')}</option>
                {page.topics.map(([id, name]) => (
                  <option key={id} value={id} {...foreign(name)}>
                    {name.value}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
        <div class="map-stage">
          <div
            class="map-surface"
            ref={surface}
            tabIndex={0}
            role="group"
            aria-label={t('map.title')}
            aria-describedby="map-keys"
            onKeyDown={press}
            {...(isMoved ? { 'data-moved': '' } : {})}
          >
            <TownMap
              label={page.label}
              view={view}
              base={base}
              names={page.names}
              marks={marks}
              scale={mapScale(view, metres, formats.number)}
              {...(streets && tiles ? { tiles: tilesFor(view, page.frame, { ...tiles, width }) } : {})}
              {...(page.towns ? {} : { onChoose: choose })}
            />
          </div>
          <p id="map-keys" class="map-keys no-print">
            {t('map.keys')}
          </p>
          <ZoomButtons
            t={t}
            view={view}
            limits={limits}
            isMoved={isMoved || view.size > page.view.size}
            change={change}
            reset={() => setView(page.view)}
          />
        </div>
        {tiles && <Streets t={t} tiles={tiles} isOn={streets} toggle={() => setStreets(!streets)} />}
      </div>
      <section id="liste" class="map-list" aria-labelledby="map-list-title">
        <h2 id="map-list-title" tabIndex={-1} ref={heading}>
          {chosen.length > 0 ? t('map.chosen') : page.towns ? t('map.list') : t('map.places', { count: listed.length })}
        </h2>
        {chosen.length > 0 && (
          <p class="no-print">
            <button type="button" class="button button-second" onClick={showAll}>
              {t('map.show-all')}
            </button>
          </p>
        )}
        {towns ? (
          <EntryList
            entries={towns.map(({ name, href, counts }) => ({
              href: topic < 0 ? href : `${href}#thema=${topicId}`,
              title: name,
              count: t('count.offers', { count: counts[topic + 1] ?? 0 }),
            }))}
          />
        ) : (
          <MapPlaces places={listed.slice(0, limit)} />
        )}
        {(towns ?? listed).length === 0 && <p>{t('map.none')}</p>}
        {!towns && listed.length > limit && (
          <p>
            <button type="button" class="button button-second" onClick={() => setLimit(limit + placesAtOnce)}>
              {t('map.more')}
            </button>
          </p>
        )}
        <div ref={after} />
      </section>
    </>
  );
}

interface ZoomButtonsProps {
  readonly t: Translate;
  readonly view: MapView;
  readonly limits: { readonly smallest: number; readonly largest: number };
  readonly isMoved: boolean;
  readonly change: (wanted: { readonly factor: number }) => void;
  readonly reset: () => void;
}

function ZoomButtons({ t, view, limits, isMoved, change, reset }: ZoomButtonsProps): VNode {
  return (
    <div class="map-zoom no-print">
      <button
        type="button"
        class="button button-second map-zoom-step"
        aria-label={t('map.zoom-in')}
        aria-disabled={view.size <= limits.smallest}
        onClick={() => change({ factor: 0.6 })}
      >
        +
      </button>
      <button
        type="button"
        class="button button-second map-zoom-step"
        aria-label={t('map.zoom-out')}
        aria-disabled={view.size >= limits.largest}
        onClick={() => change({ factor: 1 / 0.6 })}
      >
        −
      </button>
      {isMoved && (
        <button type="button" class="button button-second" onClick={reset}>
          {t('map.whole')}
        </button>
      )}
    </div>
  );
}

interface StreetsProps {
  readonly t: Translate;
  readonly tiles: NonNullable<MapPageData['tiles']>;
  readonly isOn: boolean;
  readonly toggle: () => void;
}

/** Nothing is asked of the other server before the reader has said so. */
function Streets({ t, tiles: { host, source, sourceUrl }, isOn, toggle }: StreetsProps): VNode {
  return (
    <>
      {isOn && (
        <p class="map-source">
          {sourceUrl === undefined ? (
            t('map.source', { source: source.value })
          ) : (
            <a href={sourceUrl} rel="noopener">
              {t('map.source', { source: source.value })}
            </a>
          )}
        </p>
      )}
      <div class="map-streets no-print">
        <button type="button" class="button button-second" aria-pressed={isOn} onClick={toggle}>
          {t(isOn ? 'map.streets-off' : 'map.streets')}
        </button>
        {!isOn && host !== undefined && <p>{t('map.streets-hint', { host })}</p>}
      </div>
    </>
  );
}
