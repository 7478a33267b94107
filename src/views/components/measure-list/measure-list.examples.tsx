import type { Examples } from '../../example-sets.ts';
import { MeasureList } from './measure-list.tsx';

export const examples: Examples = {
  'running and late': ({ t, formats }) => (
    <MeasureList
      measures={[
        {
          href: '#a',
          title: { value: 'Beratungsbus fährt jede Woche', lang: 'de' },
          summary: { value: 'Vier kleine Gemeinden bekommen Besuch vom Bus.', lang: 'de' },
          marks: [{ mark: 'moving', label: t('enum.measure.running') }],
          facts: [
            { label: t('concept.responsible'), value: <bdi lang="de">Kreis Merletal</bdi> },
            { label: t('concept.planned'), value: t('schedule.valid-from', { from: formats.date('2025-01-01') }) },
          ],
        },
        {
          href: '#b',
          title: { value: 'Kautionsfonds', lang: 'de' },
          marks: [
            { mark: 'open', label: t('enum.measure.planned') },
            { mark: 'late', label: t('concept.late') },
          ],
          facts: [{ label: t('field.reason'), value: <bdi lang="de">Es fehlt ein Träger.</bdi> }],
        },
      ]}
    />
  ),
};
