import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Formats } from '../../i18n/formats.ts';
import type { Translate } from '../../i18n/translator.ts';
import { noneGiven, type DimensionId } from '../../insight/dimensions.ts';
import { countMatrix, type Matrix, type OfferFacts } from '../../insight/matrix.ts';
import { Definition } from '../../views/components/definition/definition.tsx';
import { FormField } from '../../views/components/form-field/form-field.tsx';
import { MatrixTable } from '../../views/components/matrix-table/matrix-table.tsx';
import { foreign, type ShownText, Text } from '../../views/components/text/text.tsx';
import type { GapsData, GapsPageData, PivotDimension } from '../../views/gaps-page-data.ts';
import { readPivotState, writePivotState, type PivotState } from './pivot-state.ts';

interface Props {
  readonly t: Translate;
  readonly formats: Formats;
  readonly page: GapsPageData;
}

type Loaded = GapsData<OfferFacts> | 'failed' | undefined;

/** Two choices and the table they make; the numbers are fetched once both are made. */
export function PivotApp({ t, formats, page }: Props): VNode {
  const ids = useMemo(() => new Set(page.dimensions.map(({ id }) => id)), []);
  const [state, setState] = useState<PivotState>(() => readPivotState(location.search, ids));
  const [data, setData] = useState<Loaded>();
  const [attempt, setAttempt] = useState(0);
  const offers = useRef<HTMLElement>(null);
  const { rows, columns, row, column } = state;
  const isChosen = rows !== undefined && columns !== undefined;

  const change = (next: PivotState): void => {
    setState(next);
    history.replaceState(null, '', `${location.pathname}${writePivotState(next)}`);
  };

  useEffect(() => {
    if (!isChosen || (data !== undefined && data !== 'failed')) return;
    setData(undefined);
    const load = async (): Promise<GapsData<OfferFacts>> => {
      const response = await fetch(page.data);
      if (!response.ok) throw new Error(String(response.status));
      return (await response.json()) as GapsData<OfferFacts>;
    };
    load().then(setData, () => setData('failed'));
  }, [isChosen, attempt]);

  useLayoutEffect(() => {
    if (row !== undefined) offers.current?.focus();
  }, [row, column]);

  const find = (id: string | undefined): PivotDimension | undefined =>
    page.dimensions.find((dimension) => dimension.id === id);
  const [rowDimension, columnDimension] = [find(rows), find(columns)];
  const matrix = useMemo(
    () =>
      rowDimension && columnDimension && data !== undefined && data !== 'failed'
        ? countMatrix(data.facts, axisFrom(rowDimension), axisFrom(columnDimension))
        : undefined,
    [rows, columns, data],
  );

  const select = (name: 'rows' | 'columns', label: string, other: string | undefined): VNode => (
    <FormField id={`pivot-${name}`} label={{ value: label }} notes={[]}>
      {(attributes) => (
        <select
          {...attributes}
          value={state[name] ?? ''}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            const { [name]: _old, row: _row, column: _column, ...rest } = state;
            change(chosen === '' ? rest : { ...rest, [name]: chosen });
          }}
        >
          <option value="">–</option>
          {page.dimensions.map(({ id, label: text }) => (
            <option key={id} value={id} disabled={id === other}>
              {text}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );

  return (
    <section class="steering-section pivot">
      <h2>{t('gaps.pivot')}</h2>
      <p>{t('gaps.pivot-lead')}</p>
      <div class="pivot-choice">
        {select('rows', t('gaps.rows'), columns)}
        {select('columns', t('gaps.columns'), rows)}
      </div>
      <div role="status">
        {isChosen && data === undefined && <p>{t('gaps.loading')}</p>}
        {data === 'failed' && <p>{t('gaps.error')}</p>}
      </div>
      {data === 'failed' && (
        <button class="button button-second" type="button" onClick={() => setAttempt(attempt + 1)}>
          {t('search.retry')}
        </button>
      )}
      {matrix && rowDimension && columnDimension && (
        <>
          <PivotTable
            t={t}
            formats={formats}
            matrix={matrix}
            rows={rowDimension}
            columns={columnDimension}
            onCell={(cell) => change({ rows: rowDimension.id, columns: columnDimension.id, ...cell })}
          />
          <p class="label">{t('gaps.legend')}</p>
          <Definition t={t}>
            <p>{t('gaps.definition')}</p>
          </Definition>
        </>
      )}
      {matrix && rowDimension && columnDimension && row !== undefined && column !== undefined && (
        <section class="cell-list" ref={offers} tabIndex={-1}>
          <h3>
            <Text text={labelOf(rowDimension, row, t)} /> · <Text text={labelOf(columnDimension, column, t)} />
          </h3>
          <ul>
            {offersIn(matrix, row, column).map((id) => {
              const title = typeof data === 'object' ? data.titles[id] : undefined;
              return (
                <li key={id}>
                  <a href={`${page.offers}${id}/`} {...foreign(title ?? {})}>
                    {title?.value ?? id}
                  </a>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </section>
  );
}

const axisFrom = ({ id, values }: PivotDimension) => ({
  dimension: id as DimensionId,
  values: values.map(({ value }) => value),
});

const labelOf = ({ values }: PivotDimension, value: string, t: Translate): ShownText =>
  values.find((one) => one.value === value)?.label ?? { value: value === noneGiven ? t('gaps.none-value') : value };

const offersIn = ({ rows, columns, cells }: Matrix, row: string, column: string): readonly string[] =>
  cells[rows.values.indexOf(row)]?.[columns.values.indexOf(column)]?.offers ?? [];

interface TableProps {
  readonly t: Translate;
  readonly formats: Formats;
  readonly matrix: Matrix;
  readonly rows: PivotDimension;
  readonly columns: PivotDimension;
  readonly onCell: (cell: { readonly row: string; readonly column: string }) => void;
}

function PivotTable({ t, formats, matrix, rows, columns, onCell }: TableProps): VNode {
  const count = ({ offers }: { readonly offers: readonly string[] }): string => formats.number(offers.length);
  const state = { rows: rows.id, columns: columns.id };
  return (
    <div
      // The cells are links that work by themselves; here they need no new page.
      onClick={(event) => {
        const link = (event.target as Element).closest('a');
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        const asked = new URL(link.href).searchParams;
        onCell({ row: asked.get('row') ?? '', column: asked.get('column') ?? '' });
      }}
    >
      <MatrixTable
        label={t('gaps.matrix-title', { rows: rows.label, columns: columns.label })}
        corner={rows.label}
        columns={matrix.columns.values.map((value) => labelOf(columns, value, t))}
        rows={matrix.rows.values.map((row, index) => ({
          label: labelOf(rows, row, t),
          cells: (matrix.cells[index] ?? []).map((cell, at) => ({
            text: count(cell),
            count: cell.offers.length,
            ...(cell.offers.length > 0
              ? { href: writePivotState({ ...state, row, column: matrix.columns.values[at] ?? '' }) }
              : {}),
          })),
          total: count(matrix.rowTotals[index] ?? { offers: [] }),
        }))}
        totals={{ label: t('gaps.total'), columns: matrix.columnTotals.map(count), all: count(matrix.total) }}
      />
    </div>
  );
}
