import type { Examples } from '../../example-sets.ts';
import { wholeMap } from '../../../model/map-projection.ts';
import { TownMap, type MapBase } from './town-map.tsx';

const nothing: MapBase = { towns: [], neighbours: [], waters: [], rivers: [], railways: [], roads: [] };

export const examples: Examples = {
  'with outlines': ({ t }) => (
    <TownMap
      label={t('map.title')}
      view={wholeMap}
      base={{
        ...nothing,
        towns: [
          { path: 'M120 300l300-180 380 60 60 420-420 240-280-160z', isCurrent: true },
          { path: 'M860 600l120 0 0 300-540-60z' },
        ],
        neighbours: ['M0 0h1000v180l-200-60-380 0-300 180H0z'],
        rivers: ['M0 500l300 60 240-120 460 60'],
        railways: ['M0 640l480-40 520 80'],
        roads: ['M500 0l-40 400 60 600'],
      }}
      names={[
        { text: { value: 'Altstadt', lang: 'de' }, at: [430, 400], kind: 'quarter' },
        { text: { value: 'Nachbarau', lang: 'de' }, at: [500, 60], kind: 'neighbour' },
      ]}
      marks={[
        {
          key: '1',
          at: [330, 350],
          text: '1',
          label: `1: Haus am Hafen, ${t('count.offers', { count: 2 })}`,
          href: '#a',
        },
        { key: '2', at: [600, 520], text: '2–4', label: `2–4: ${t('map.places', { count: 3 })}`, href: '#b' },
        { key: '5', at: [520, 760], text: '5', label: '5: Bücherei', href: '#c', isChosen: true },
      ]}
      scale={{ share: 0.2, text: '2 km' }}
    />
  ),
  'without outlines': ({ t }) => (
    <TownMap
      label={t('map.title')}
      view={wholeMap}
      base={{ ...nothing, towns: [{ path: 'M300 300l300 100-100 300z', isHull: true }] }}
      names={[]}
      marks={[
        {
          key: 'a',
          at: [500, 500],
          text: '12',
          label: 'Brinkenau',
          name: { value: 'Brinkenau', lang: 'de' },
          href: '#d',
        },
      ]}
    />
  ),
};
