import type { Examples } from '../../example-sets.ts';
import { BlankSheet } from './blank-sheet.tsx';

export const examples: Examples = {
  'a question to write and one to tick': ({ t }) => (
    <BlankSheet
      description={t('offer.about')}
      steps={[
        {
          id: 'what',
          title: t('datasheet.group.what'),
          fields: [
            { key: 'title', control: 'text', label: { value: t('field.title') }, required: true, more: false },
            {
              key: 'status',
              control: 'choice',
              label: { value: t('field.status') },
              required: true,
              more: false,
              options: [
                { value: 'active', label: { value: t('enum.status.active') } },
                { value: 'ended', label: { value: t('enum.status.ended') } },
              ],
            },
          ],
        },
      ]}
    />
  ),
};
