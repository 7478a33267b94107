import { catalogueSchema } from './catalogue-schema.ts';
import { catalogueJson } from './catalogue-json.ts';
import { dcatCatalogue, distributions } from './dcat.ts';
import type { ExportFile } from './export-file.ts';
import type { Exporting } from './exporting.ts';
import { flatLists } from './flat-services.ts';
import { offersGeoJson } from './geojson.ts';
import { labelIn } from '../model/label-in.ts';
import { entriesIn, hasDates, offerCalendar } from './offer-calendar.ts';
import { hsdsFiles } from './hsds/hsds-files.ts';
import { offerTable, offerTableColumns } from './offer-table.ts';
import { writeDataCsv } from './spreadsheet/write-csv.ts';
import { writeXlsx } from './spreadsheet/write-xlsx.ts';

/** Every file under `/data/` that holds the catalogue for other programs. */
export function listExports(exporting: Exporting): ExportFile[] {
  return [
    catalogueJson(exporting),
    catalogueSchema(exporting),
    { path: 'data/offers.csv', make: () => writeDataCsv(offerTable(exporting)) },
    { path: 'data/offers.xlsx', make: () => offersXlsx(exporting) },
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

function offersXlsx(exporting: Exporting): Buffer {
  const [, ...rows] = offerTable(exporting);
  return writeXlsx({
    title: exporting.date,
    columns: offerTableColumns.map(([name]) => ({
      heading: name,
      help: '',
      required: false,
      isOpen: true,
      isNumber: ['age_min', 'age_max', 'cost_amount', 'latitude', 'longitude'].includes(name),
    })),
    rows,
    validatedRows: 0,
  });
}
