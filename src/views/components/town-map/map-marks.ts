import type { Translate } from '../../../i18n/translator.ts';
import type { MapView } from '../../../model/map-projection.ts';
import type { MapTown } from '../../map-page-data.ts';
import type { MapMark, TownMapProps } from './town-map.tsx';

/** A round length that fits, with its share of the width: 5 km, 500 m. */
export function mapScale(
  view: MapView,
  metres: number,
  number: (value: number) => string,
): NonNullable<TownMapProps['scale']> {
  const whole = view.size * metres;
  const power = 10 ** Math.floor(Math.log10(whole / 4));
  const length = ([5, 2, 1].find((step) => step * power <= whole / 4) ?? 1) * power;
  const text = length >= 1000 ? `${number(length / 1000)} km` : `${number(length)} m`;
  return { share: length / whole, text };
}

/** The towns as points that lead to their own maps, with the number of offers in them. */
export function townMarks(towns: readonly MapTown[], t: Translate, topic = 0): MapMark[] {
  return towns
    .filter(({ counts }) => (counts[topic] ?? 0) > 0)
    .map(({ id, name, at, href, counts }): MapMark => {
      const count = counts[topic] ?? 0;
      const label = `${name.value}: ${t('count.offers', { count })}`;
      return { key: id, at, text: String(count), label, name, href };
    });
}
