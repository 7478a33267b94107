import type { VNode } from 'preact';
import type { PageContext } from '../../page-context.ts';
import { Icon } from '../icon/icon.tsx';

export interface ReadAloudProps {
  readonly page: Pick<PageContext, 't' | 'asset'>;
  /** Every word of the glossary gets a button of its own, too. */
  readonly entries?: boolean;
}

/** Has the page read aloud; shown by the script where the device has a voice for its language. */
export function ReadAloud({ page: { t, asset }, entries }: ReadAloudProps): VNode {
  return (
    <p class="read-aloud no-print">
      <button
        type="button"
        class="button button-second"
        data-read-aloud={asset('read-aloud.js')}
        data-entries={entries ? '' : undefined}
        data-words={[t('read-aloud.pause'), t('read-aloud.resume'), t('read-aloud.stop')].join('|')}
        hidden
      >
        <Icon name="sound" />
        <span>{t('read-aloud.start')}</span>
      </button>
    </p>
  );
}
