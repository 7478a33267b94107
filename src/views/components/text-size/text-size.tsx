import type { VNode } from 'preact';
import type { Translate } from '../../../i18n/translator.ts';

/** 100 % is what a reader has who has chosen nothing. */
const sizes = ['100', '125', '150'] as const;

/** Size of the text and distances, for readers who need others; shown by the script that keeps the choice. */
export function TextSize({ t }: { readonly t: Translate }): VNode {
  return (
    <details class="text-size no-print">
      <summary>
        <span aria-hidden="true">Aa</span>
        <span class="visually-hidden">{t('text-size.label')}</span>
      </summary>
      <fieldset>
        <legend>{t('text-size.size')}</legend>
        {sizes.map((size) => (
          <label key={size}>
            <input type="radio" name="text-size" value={size} /> {`${size} %`}
          </label>
        ))}
        <label>
          <input type="checkbox" name="text-wide" value="wide" /> {t('text-size.wide')}
        </label>
        <button type="button" class="button button-plain">
          {t('text-size.reset')}
        </button>
      </fieldset>
    </details>
  );
}
