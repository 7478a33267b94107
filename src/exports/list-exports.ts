import { catalogueSchema } from './catalogue-schema.ts';
import { catalogueJson } from './catalogue-json.ts';
import { dcatCatalogue, distributions } from './dcat.ts';
import { bytesInPieces, inPieces, type ExportFile } from './export-file.ts';
import type { Exporting } from './exporting.ts';
import { flatLists } from './flat-services.ts';
import { offersGeoJson } from './geojson.ts';
import { labelIn } from '../model/label-in.ts';
import { entriesIn, hasDates, offerCalendar } from './offer-calendar.ts';
import { hsdsFiles } from './hsds/hsds-files.ts';
import { offerLines, offerTableColumns } from './offer-table.ts';
import { dataCsvLine } from './spreadsheet/write-csv.ts';
import { xlsxInPieces } from './spreadsheet/write-xlsx.ts';

/** Every file under `/data/` that holds the catalogue for other programs. */
export function listExports(exporting: Exporting): ExportFile[] {
  return [
    catalogueJson(exporting),
    catalogueSchema(exporting),
    inPieces('data/offers.csv', () => offersCsv(exporting)),
    bytesInPieces('data/offers.xlsx', () => offersXlsx(exporting)),
    offersGeoJson(exporting),
    { path: 'data/calendar.ics', make: () => wholeCalendar(exporting) },
    ...flatLists(exporting),
    ...hsdsFiles(exporting),
    dcatCatalogue(exporting, distributions),
  ];
}

/** An empty calendar is one, too: who subscribed to it must not meet an error. */
function wholeCalendar({ catalogue, offers, lang, offerAddress }: Exporting): string {
  const { site } = catalogue;
  const name = labelIn(site.title, lang, lang) || site.region;
  const pageOf = (id: string): string | undefined => (URL.canParse(offerAddress(id)) ? offerAddress(id) : undefined);
  const entriesOf = entriesIn({ catalogue, lang, pageOf });
  return offerCalendar({ catalogue, offers: offers.filter(hasDates), lang, name, entriesOf });
}

function* offersCsv(exporting: Exporting): Generator<string, void> {
  yield dataCsvLine(offerTableColumns.map(([name]) => name));
  for (const line of offerLines(exporting)) yield dataCsvLine(line);
}

function offersXlsx(exporting: Exporting): Iterable<Uint8Array> {
  return xlsxInPieces({
    title: exporting.date,
    columns: offerTableColumns.map(([name]) => ({
      heading: name,
      help: '',
      required: false,
      isOpen: true,
      isNumber: ['age_min', 'age_max', 'cost_amount', 'latitude', 'longitude'].includes(name),
    })),
    rows: offerLines(exporting),
    validatedRows: 0,
  });
}
