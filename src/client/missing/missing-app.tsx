import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Translate } from '../../i18n/translator.ts';
import { FormField } from '../../views/components/form-field/form-field.tsx';
import type { MissingPageData } from '../../views/missing-page-data.ts';
import { HandInWays } from '../datasheet/hand-in-ways.tsx';
import { faultsOf, needData, needFile, needLimits, type NeedFault, type NeedSheet } from './need.ts';

interface Props {
  readonly t: Translate;
  readonly page: MissingPageData;
  /** The words and filters of a search without a result, named as the list of offers names them. */
  readonly asked: URLSearchParams;
}

const choices = ['topics', 'where', 'whom', 'languages'] as const;
const filters = { topics: 'topic', where: 'town', whom: 'audience', languages: 'language' } as const;

/** What was searched for, as far as the form knows it. */
function sheetFrom(asked: URLSearchParams, page: MissingPageData): NeedSheet {
  const known = choices.flatMap((name) => {
    const value = asked.get(filters[name]);
    return page.choices[name].some((option) => option.value === value) ? [[name, value] as const] : [];
  });
  return {
    title: (asked.get('q') ?? '').slice(0, needLimits.titleMax),
    ...Object.fromEntries(known),
    howMany: '',
    body: '',
  };
}

/** The form: a few answers, then the ways to send them. */
export function MissingApp({ t, page, asked }: Props): VNode {
  const [sheet, setSheet] = useState<NeedSheet>(() => sheetFrom(asked, page));
  const [isChecked, setChecked] = useState(false);
  const [isReady, setReady] = useState(false);
  // One name for the file, however often it is looked at.
  const [mark] = useState(() => crypto.randomUUID().slice(0, 6));
  const ways = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const faults = isChecked ? faultsOf(sheet) : {};
  const set = (change: Partial<NeedSheet>): void => {
    setSheet({ ...sheet, ...change });
    setReady(false);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(faultsOf(sheet)).length === 0) setReady(true);
  };
  // Where the eye and the screen reader have to go next.
  useLayoutEffect(() => {
    if (isReady) ways.current?.focus();
  }, [isReady]);
  useLayoutEffect(() => {
    if (isChecked) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [isChecked]);

  const noteOf = (fault: NeedFault | undefined, limit: number) =>
    fault === undefined
      ? []
      : [
          {
            severity: 'error' as const,
            text:
              fault === 'too-short' || fault === 'too-long'
                ? t(`error.${fault}`, { limit })
                : t(fault === 'missing' ? 'error.missing' : 'error.number'),
          },
        ];
  const labels = {
    topics: t('filter.topic'),
    where: t('filter.town'),
    whom: t('filter.audience'),
    languages: t('filter.language'),
  };
  const optional = t('datasheet.optional');
  return (
    <form class="sheet-form" ref={form} onSubmit={submit} noValidate>
      <FormField
        id="missing-title"
        label={{ value: t('missing.what') }}
        help={{ value: t('missing.what-help') }}
        notes={noteOf(faults.title, faults.title === 'too-short' ? needLimits.titleMin : needLimits.titleMax)}
      >
        {(attributes) => (
          <input
            {...attributes}
            type="text"
            dir="auto"
            autocomplete="off"
            aria-required
            value={sheet.title}
            onInput={(event) => set({ title: event.currentTarget.value })}
          />
        )}
      </FormField>
      {choices.map((name) => (
        <FormField key={name} id={`missing-${name}`} label={{ value: labels[name] }} optional={optional} notes={[]}>
          {(attributes) => (
            <select
              {...attributes}
              value={sheet[name] ?? ''}
              onChange={(event) => set({ [name]: event.currentTarget.value })}
            >
              <option value="">{t('datasheet.choose')}</option>
              {page.choices[name].map(({ value, label }) => (
                <option key={value} value={value} lang={label.lang}>
                  {label.value}
                </option>
              ))}
            </select>
          )}
        </FormField>
      ))}
      <FormField
        id="missing-people"
        label={{ value: t('missing.how-many') }}
        optional={optional}
        notes={noteOf(faults.howMany, needLimits.people)}
      >
        {(attributes) => (
          <input
            {...attributes}
            type="text"
            inputMode="numeric"
            autocomplete="off"
            value={sheet.howMany}
            onInput={(event) => set({ howMany: event.currentTarget.value })}
          />
        )}
      </FormField>
      <FormField
        id="missing-more"
        label={{ value: t('missing.more') }}
        help={{ value: t('missing.privacy') }}
        optional={optional}
        notes={noteOf(faults.body, needLimits.body)}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            rows={4}
            dir="auto"
            value={sheet.body}
            onInput={(event) => set({ body: event.currentTarget.value })}
          />
        )}
      </FormField>
      <p>{t('missing.published')}</p>
      {isReady ? (
        <div class="sheet-form" ref={ways} tabIndex={-1}>
          <HandInWays
            t={t}
            page={page}
            files={[
              {
                path: `concept/needs/${page.today}-${sheet.topics || 'bedarf'}-${mark}.md`,
                text: needFile(sheet, page.today),
                isChange: false,
              },
            ]}
            isCorrection={false}
            subject={t('missing.subject')}
            handIn={{ kind: 'need', lang: page.lang, data: needData(sheet), body: sheet.body.trim() }}
            onSent={() => {}}
            onRefused={() => {}}
            onStale={async () => {}}
          />
        </div>
      ) : (
        <div class="sheet-buttons">
          <button class="button" type="submit">
            {t('datasheet.next')}
          </button>
        </div>
      )}
    </form>
  );
}
