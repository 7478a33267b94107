import { mapSize, type MapFrame, type MapView } from '../../model/map-projection.ts';
import type { MapTile } from '../../views/components/town-map/town-map.tsx';

/** Pixels of a picture's side, as all services of this kind have it. */
const tileSize = 256;

/** The pictures that cover a view that is `width` pixels wide. */
export function tilesFor(
  view: MapView,
  frame: MapFrame,
  { url, closest, width }: { readonly url: string; readonly closest: number; readonly width: number },
): MapTile[] {
  const shown = (view.size / mapSize) * frame.size;
  const zoom = Math.max(0, Math.min(closest, Math.round(Math.log2(width / (tileSize * shown)))));
  const count = 2 ** zoom;
  const toTile = (unit: number, origin: number): number => ((unit / mapSize) * frame.size + origin) * count;
  const toUnit = (tile: number, origin: number): number => ((tile / count - origin) / frame.size) * mapSize;
  const range = (from: number, size: number, origin: number): number[] => {
    const first = Math.max(0, Math.floor(toTile(from, origin)));
    const last = Math.min(count - 1, Math.floor(toTile(from + size, origin)));
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  };
  const size = mapSize / count / frame.size;
  return range(view.y, view.size, frame.y).flatMap((y) =>
    range(view.x, view.size, frame.x).map((x) => ({
      href: url.replaceAll('{z}', String(zoom)).replaceAll('{x}', String(x)).replaceAll('{y}', String(y)),
      x: toUnit(x, frame.x),
      y: toUnit(y, frame.y),
      size,
    })),
  );
}
