import type { Examples } from '../../example-sets.ts';
import { Breadcrumb } from './breadcrumb.tsx';

export const examples: Examples = {
  'two steps': ({ t, link }) => (
    <Breadcrumb
      label={t('app.breadcrumb')}
      steps={[
        { label: { value: t('app.home') }, href: link('') },
        { label: { value: 'Aufenthaltserlaubnisverlängerung', lang: 'de' }, href: link('themen/') },
      ]}
    />
  ),
};
