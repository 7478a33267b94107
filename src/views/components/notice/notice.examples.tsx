import type { Examples } from '../../example-sets.ts';
import { Notice } from './notice.tsx';

export const examples: Examples = {
  'not translated': ({ t, formats }) => (
    <Notice tone="note" title={t('notice.translation-missing', { language: formats.languageName('de') })} />
  ),
  'on pause with a reason in German': ({ t, formats, lang }) => (
    <Notice tone="wait" title={t('notice.paused')}>
      <p>{t('notice.paused-until', { date: formats.date('2026-12-31') })}</p>
      <p lang={lang === 'de' ? undefined : 'de'} dir="ltr">
        Das Gemeindehaus wird umgebaut.
      </p>
    </Notice>
  ),
  ended: ({ t }) => <Notice tone="stop" title={t('notice.ended')} />,
};
