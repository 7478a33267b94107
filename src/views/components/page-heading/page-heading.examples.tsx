import type { Examples } from '../../example-sets.ts';
import { PageHeading } from './page-heading.tsx';

export const examples: Examples = {
  'with everything': ({ t }) => (
    <PageHeading
      level={2}
      icon="heart"
      kicker={t('enum.type.counselling')}
      title={{ value: 'Schwangerschaftskonfliktberatungsstellensprechstunde', lang: 'de' }}
      lead={{ value: 'Wir hören zu.', lang: 'de' }}
    />
  ),
  'only a title': ({ t }) => <PageHeading level={2} title={{ value: t('menu.topics') }} />,
};
