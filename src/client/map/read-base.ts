import type { MapBase } from '../../views/components/town-map/town-map.tsx';

/** The drawing under the points, taken from the page: it is large and need not be sent twice. */
export function readBase(page: ParentNode): MapBase {
  const all = (name: string): Element[] => [...page.querySelectorAll(`.town-map-base > .${name}`)];
  const pathOf = (element: Element): string => element.getAttribute('d') ?? '';
  const paths = (name: string): string[] => all(name).map(pathOf);
  return {
    towns: all('map-town').map((element) => ({
      path: pathOf(element),
      ...(element.classList.contains('map-town-current') ? { isCurrent: true } : {}),
      ...(element.classList.contains('map-town-hull') ? { isHull: true } : {}),
    })),
    neighbours: paths('map-neighbour'),
    waters: paths('map-water'),
    rivers: paths('map-river'),
    railways: paths('map-railway'),
    roads: paths('map-road'),
  };
}
