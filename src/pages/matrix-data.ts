import { dimensionIds, type DimensionId } from '../insight/dimensions.ts';
import { offerFacts, type OfferFacts } from '../insight/matrix.ts';
import { matrixWithNeeds, type MatrixWithNeeds, type NeedCount } from '../insight/needs-counts.ts';
import { loadMessages } from '../i18n/load-texts.ts';
import { axisOf } from '../insight/dimensions.ts';
import { writeMatrixCsv } from '../exports/matrix-csv.ts';
import type { MessageKey } from '../i18n/translator.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { GapsData, GapsPageData } from '../views/gaps-page-data.ts';
import type { PageContext } from '../views/page-context.ts';
import { dimensionLabel, valueLabel } from './dimension-words.ts';
import { hasGaps } from './has-gaps.ts';
import { entryTitle } from './names.ts';
import { Output } from './output.ts';
import { perCatalogue } from './per-catalogue.ts';
import type { SiteModel } from './site-model.ts';

export const gapsFolder = 'luecken/';

export interface MatrixId {
  readonly rows: DimensionId;
  readonly columns: DimensionId;
}

export const matrixPath = ({ rows, columns }: MatrixId): string => `${gapsFolder}${rows}-${columns}/`;
export const matrixFile = (id: MatrixId): string => `${matrixPath(id)}${id.rows}-${id.columns}.csv`;
const offersFile = `${gapsFolder}angebote.json`;

/** The tables that the town has chosen. */
export const matrixIds = ({ site }: Catalogue): readonly MatrixId[] => site.gaps.matrices;

const matrices = perCatalogue(
  (catalogue) => new Map(matrixIds(catalogue).map((id) => [id, matrixWithNeeds(catalogue, id.rows, id.columns)])),
);

export function matrixFor(id: MatrixId, catalogue: Catalogue): MatrixWithNeeds {
  const found = matrices(catalogue).get(id);
  if (!found) throw new Error(`No table of “${id.rows}” by “${id.columns}”`);
  return found;
}

export const matrixTitle = ({ rows, columns }: MatrixId, page: PageContext): string =>
  page.t('gaps.matrix-title', { rows: dimensionLabel(rows, page), columns: dimensionLabel(columns, page) });

export const needText = (count: NeedCount, minimum: number, { t, formats }: PageContext): string =>
  count === 'fewer' ? t('gaps.fewer', { minimum }) : count === 'withheld' ? t('gaps.withheld') : formats.number(count);

/** Texts of the table that the reader puts together. */
const messageKeys: readonly MessageKey[] = [
  'gaps.pivot',
  'gaps.pivot-lead',
  'gaps.rows',
  'gaps.columns',
  'gaps.loading',
  'gaps.error',
  'gaps.matrix-title',
  'gaps.none-value',
  'gaps.offers',
  'gaps.total',
  'gaps.legend',
  'gaps.definition',
  'figure.how',
  'search.retry',
];

export function gapsPageData(model: SiteModel, page: PageContext): GapsPageData {
  const { catalogue } = model;
  const messages = loadMessages(page.lang, catalogue.texts.get(page.lang));
  return {
    lang: page.lang,
    messages: Object.fromEntries(messageKeys.map((key) => [key, messages.get(key) ?? ''])),
    dimensions: dimensionIds.map((id) => ({
      id,
      label: dimensionLabel(id, page),
      values: axisOf(catalogue, id).values.map((value) => ({ value, label: valueLabel(id, value, model, page) })),
    })),
    data: page.link(offersFile),
    offers: page.link('angebote/'),
  };
}

function gapsData(model: SiteModel, page: PageContext): GapsData<OfferFacts> {
  const facts = offerFacts(model.catalogue);
  return {
    facts,
    titles: Object.fromEntries(
      facts.flatMap(({ id }) => {
        const offer = model.catalogue.offers.get(id);
        return offer ? [[id, entryTitle(offer, page)]] : [];
      }),
    ),
  };
}

/** A table with what its numbers mean, for a spreadsheet. */
function matrixCsv(id: MatrixId, model: SiteModel, page: PageContext): string {
  const { t, formats } = page;
  const { matrix, needs } = matrixFor(id, model.catalogue);
  const label = (dimension: DimensionId, value: string): string => valueLabel(dimension, value, model, page).value;
  const corner = `${dimensionLabel(id.rows, page)} / ${dimensionLabel(id.columns, page)}`;
  const columns = matrix.columns.values.map((value) => label(id.columns, value));
  const day = t('footer.as-of', { date: formats.date(model.catalogue.today) });
  const offers = writeMatrixCsv({
    corner,
    columns,
    total: t('gaps.total'),
    rows: matrix.cells.map((cells, row) => ({
      label: label(id.rows, matrix.rows.values[row] ?? ''),
      cells: cells.map((cell) => cell.offers.length),
      total: matrix.rowTotals[row]?.offers.length ?? 0,
    })),
    columnTotals: matrix.columnTotals.map((total) => total.offers.length),
    grandTotal: matrix.total.offers.length,
    notes: [t('gaps.definition'), day, ...(needs ? [t('gaps.needs')] : [])],
  });
  if (!needs) return offers;
  const word = (count: NeedCount): string | number =>
    typeof count === 'number' ? count : needText(count, needs.minimum, page);
  const second = writeMatrixCsv({
    corner,
    columns,
    total: t('gaps.total'),
    rows: needs.cells.map((cells, row) => ({
      label: label(id.rows, needs.rows.values[row] ?? ''),
      cells: cells.map(word),
      total: word(needs.rowTotals[row] ?? 0),
    })),
    columnTotals: needs.columnTotals.map(word),
    grandTotal: word(needs.total),
    notes: [t('gaps.needs-definition', { minimum: needs.minimum })],
  });
  // One file, so one mark of its encoding.
  return offers + second.replace(/^\uFEFF/, '');
}

/** The files beside the pages about gaps. `contextOf`: of each language. */
export function gapsFiles(model: SiteModel, contexts: ReadonlyMap<string, (path: string) => PageContext>): Output[] {
  if (!hasGaps(model.catalogue)) return [];
  return Array.from(contexts, ([lang, contextOf]) => {
    const page = contextOf(gapsFolder);
    return [
      ...matrixIds(model.catalogue).map(
        (id) => new Output(`${lang}/${matrixFile(id)}`, () => matrixCsv(id, model, page)),
      ),
      new Output(`${lang}/${offersFile}`, () => JSON.stringify(gapsData(model, page))),
    ];
  }).flat();
}
