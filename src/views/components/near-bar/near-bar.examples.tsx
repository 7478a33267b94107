import type { Examples } from '../../example-sets.ts';
import { NearBar } from './near-bar.tsx';

const distances = [2, 5, 10].map((km) => ({ km, label: `${km} km` }));

export const examples: Examples = {
  'nothing chosen': ({ t }) => (
    <NearBar t={t} open={false} isNear={false} origin="" within={0} distances={distances} said="" />
  ),
  'today, near a town': ({ t }) => (
    <NearBar
      t={t}
      when="today"
      open
      isNear
      origins={[
        { id: 'a', label: { value: 'Brinkenau' } },
        { id: 'b', label: { value: 'Oberhollenstedt-Kirchwerderbrückenhausen' } },
      ]}
      origin="a"
      within={5}
      distances={distances}
      said={t('near.denied')}
    />
  ),
};
