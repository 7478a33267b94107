import { zipInPieces } from './write-zip.ts';

export interface SheetColumn {
  readonly heading: string;
  /** Shown as a note at the heading. */
  readonly help: string;
  readonly required: boolean;
  /** Choices of a drop-down list. */
  readonly options?: readonly string[];
  /** Whether something else than a choice, such as several of them, may be written. */
  readonly isOpen: boolean;
  readonly isNumber: boolean;
}

export interface Workbook {
  readonly title: string;
  readonly columns: readonly SheetColumn[];
  /** Asked for once, one after the other. */
  readonly rows: Iterable<readonly (string | number)[]>;
  /** For how many rows the drop-down lists hold, where there are not more. */
  readonly validatedRows: number;
}

/** What one cell may hold (https://support.microsoft.com/en-us/office/excel-specifications-and-limits). */
const cellLimit = 32_767;

// oxlint-disable-next-line no-control-regex
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const escapeXml = (text: string): string =>
  text
    .replace(notXml, '\ufffd')
    .replace(/[&<>"\r]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' })[char]!);

/** 0 → `A`, 26 → `AA` */
function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const types = 'http://schemas.openxmlformats.org/package/2006/content-types';

const textCell = (ref: string, text: string, style: number): string =>
  `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text.slice(0, cellLimit))}</t></is></c>`;

const listName = 'Listen';

const cells = (row: readonly (string | number)[], number: number): string =>
  row
    .map((cell, index) => {
      const ref = `${columnName(index)}${number}`;
      if (cell === '') return '';
      return typeof cell === 'number' ? `<c r="${ref}" s="3"><v>${cell}</v></c>` : textCell(ref, cell, 2);
    })
    .join('');

/** A workbook of one sheet with headings, notes and drop-down lists. Texts are texts: nothing in it is ever computed. */
export const writeXlsx = (workbook: Workbook): Buffer => Buffer.concat([...xlsxInPieces(workbook)]);

interface List {
  /** Of the column that it is for. */
  readonly index: number;
  readonly options: readonly string[];
}

/** The first sheet, row by row. */
function* sheetOf({ columns, rows, validatedRows }: Workbook, lists: readonly List[]): Generator<string, void> {
  const heading = columns
    .map(({ heading: text, required }, index) => textCell(`${columnName(index)}1`, required ? `${text} *` : text, 1))
    .join('');
  yield `${head}<worksheet xmlns="${main}" xmlns:r="${office}"><sheetViews><sheetView workbookViewId="0"><pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns
    .map(
      ({ isNumber }, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${isNumber ? 12 : 24}" style="${isNumber ? 3 : 2}" customWidth="1"/>`,
    )
    .join('')}</cols><sheetData><row r="1" ht="48" customHeight="1">${heading}</row>`;

  let lastRow = 1;
  for (const row of rows) {
    lastRow += 1;
    yield `<row r="${lastRow}">${cells(row, lastRow)}</row>`;
  }

  lastRow = Math.max(lastRow, validatedRows + 1);
  const validations = lists
    .map(({ index, options }, position) => {
      const column = columnName(position);
      const isOpen = columns[index]!.isOpen;
      return `<dataValidation type="list" allowBlank="1" showErrorMessage="${isOpen ? 0 : 1}" sqref="${columnName(index)}2:${columnName(index)}${lastRow}"><formula1>${listName}!$${column}$1:$${column}$${options.length}</formula1></dataValidation>`;
    })
    .join('');

  yield `</sheetData>${validations === '' ? '' : `<dataValidations count="${lists.length}">${validations}</dataValidations>`}<legacyDrawing r:id="rId2"/></worksheet>`;
}

/** The same file in pieces: rows are asked for when they are written. */
export function xlsxInPieces(workbook: Workbook): Iterable<Uint8Array> {
  const { title, columns } = workbook;
  const lists = columns.flatMap(({ options }, index) => (options && options.length > 0 ? [{ index, options }] : []));

  const longest = Math.max(0, ...lists.map(({ options }) => options.length));
  const listRows = Array.from({ length: longest }, (_, row) => {
    const filled = lists.map(({ options }, position) =>
      options[row] === undefined ? '' : textCell(`${columnName(position)}${row + 1}`, options[row], 2),
    );
    return `<row r="${row + 1}">${filled.join('')}</row>`;
  });

  const noted = columns.flatMap(({ help }, index) => (help === '' ? [] : [{ index, help }]));
  const notes = `${head}<comments xmlns="${main}"><authors><author>${escapeXml(title)}</author></authors><commentList>${noted
    .map(
      ({ index, help }) =>
        `<comment ref="${columnName(index)}1" authorId="0"><text><t xml:space="preserve">${escapeXml(help)}</t></text></comment>`,
    )
    .join('')}</commentList></comments>`;
  const shapes = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="note" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${noted
    .map(
      ({ index }, position) =>
        `<v:shape id="note${position + 1}" type="#note" style="position:absolute;width:240pt;height:110pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${index + 1}, 10, 1, 4, ${index + 4}, 10, 8, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>0</x:Row><x:Column>${index}</x:Column></x:ClientData></v:shape>`,
    )
    .join('')}</xml>`;

  const relation = (id: number, kind: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const relationships = (...all: string[]): string =>
    `${head}<Relationships xmlns="${relations}">${all.join('')}</Relationships>`;
  const sheetTitle = title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);

  return zipInPieces([
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${[
        ['workbook', 'sheet.main'],
        ['worksheets/sheet1', 'worksheet'],
        ['worksheets/sheet2', 'worksheet'],
        ['styles', 'styles'],
        ['comments1', 'comments'],
      ]
        .map(
          ([part, kind]) =>
            `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`,
        )
        .join('')}</Types>`,
    ],
    ['_rels/.rels', relationships(relation(1, 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escapeXml(sheetTitle)}" sheetId="1" r:id="rId1"/><sheet name="${listName}" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationships(
        relation(1, 'worksheet', 'worksheets/sheet1.xml'),
        relation(2, 'worksheet', 'worksheets/sheet2.xml'),
        relation(3, 'styles', 'styles.xml'),
      ),
    ],
    [
      'xl/styles.xml',
      `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7EEF5"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>`,
    ],
    ['xl/worksheets/sheet1.xml', sheetOf(workbook, lists)],
    [
      'xl/worksheets/_rels/sheet1.xml.rels',
      relationships(
        relation(1, 'comments', '../comments1.xml'),
        relation(2, 'vmlDrawing', '../drawings/vmlDrawing1.vml'),
      ),
    ],
    [
      'xl/worksheets/sheet2.xml',
      `${head}<worksheet xmlns="${main}"><sheetData>${listRows.join('')}</sheetData></worksheet>`,
    ],
    ['xl/comments1.xml', notes],
    ['xl/drawings/vmlDrawing1.vml', shapes],
  ]);
}
