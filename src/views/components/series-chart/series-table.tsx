import type { VNode } from 'preact';
import type { Translate } from '../../../i18n/translator.ts';
import { Text, type ShownText } from '../text/text.tsx';

export interface SeriesRow {
  readonly date: string;
  readonly value: string;
  readonly target?: string;
  readonly quality?: string;
  readonly source: ShownText;
  readonly note?: ShownText;
}

interface Props {
  readonly t: Translate;
  readonly rows: readonly SeriesRow[];
}

/** Everything that is known about each value of a series. */
export function SeriesTable({ t, rows }: Props): VNode {
  return (
    <section class="table-scroll" aria-label={t('indicator.table')} tabIndex={0}>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('indicator.date')}</th>
            <th scope="col">{t('indicator.value')}</th>
            <th scope="col">{t('indicator.target')}</th>
            <th scope="col">{t('indicator.quality')}</th>
            <th scope="col">{t('indicator.source')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ date, value, target, quality, source, note }) => (
            <tr key={date}>
              <th scope="row">{date}</th>
              <td>{value}</td>
              <td>{target}</td>
              <td>{quality}</td>
              <td>
                <Text text={source} />
                {note && (
                  <p>
                    <Text text={note} />
                  </p>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
