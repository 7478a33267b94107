import type { VNode } from 'preact';
import type { Translate } from '../../../i18n/translator.ts';
import { IconPath } from '../icon/icon-path.tsx';
import { search } from '../icon/icon-paths.ts';

export interface SearchBoxProps {
  readonly t: Translate;
  /** Address of the list page, which answers `?q=…`. */
  readonly action: string;
  readonly value?: string;
  /** Of the field; unique on its page. */
  readonly id?: string;
  readonly onInput?: (text: string) => void;
  /** Without it the browser goes to `action`. */
  readonly onSubmit?: (text: string) => void;
}

export function SearchBox({ t, action, value, id = 'q', onInput, onSubmit }: SearchBoxProps): VNode {
  return (
    <form
      class="search-box"
      role="search"
      action={action}
      method="get"
      onSubmit={
        onSubmit &&
        ((event) => {
          event.preventDefault();
          onSubmit(event.currentTarget.querySelector('input')?.value ?? '');
        })
      }
    >
      <label class="search-box-label" for={id}>
        {t('search.label')}
      </label>
      <div class="search-box-row">
        <IconPath path={search} />
        <input
          id={id}
          class="search-box-input"
          type="search"
          name="q"
          value={value}
          placeholder={t('search.placeholder')}
          autocomplete="off"
          maxLength={200}
          enterkeyhint="search"
          onInput={onInput && ((event) => onInput(event.currentTarget.value))}
        />
        <button class="button search-box-button" type="submit">
          {t('search.submit')}
        </button>
      </div>
    </form>
  );
}
