import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutraliseCell, writeCsv } from '../../../src/exports/spreadsheet/write-csv.ts';
import { writeXlsx, xlsxInPieces, type SheetColumn } from '../../../src/exports/spreadsheet/write-xlsx.ts';
import { writeZip } from '../../../src/exports/spreadsheet/write-zip.ts';
import { readCsv } from '../../../src/cli/import/read-csv.ts';
import { readXlsx } from '../../../src/cli/import/read-xlsx.ts';
import { unzip, zipLimits } from '../../../src/cli/import/unzip.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');

describe('CSV', () => {
  it('finds the separator outside quotation marks', () => {
    expect(readCsv(bytes('"a,b,c";d\n1;2\n'))).toEqual([
      ['a,b,c', 'd'],
      ['1', '2'],
    ]);
    expect(readCsv(bytes('a,b\r\n1,2'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(readCsv(bytes('sep=|\na|b;c\n'))).toEqual([['a', 'b;c']]);
  });

  it('reads quotation marks, line breaks in cells and empty last cells', () => {
    expect(readCsv(bytes('a;"say ""hi""\nthere";\n'))).toEqual([['a', 'say "hi"\nthere', '']]);
    expect(readCsv(bytes('a;"never closed\n'))).toEqual([['a', 'never closed\n']]);
  });

  it('reads UTF-8 with a mark, UTF-16 and Windows-1252', () => {
    expect(readCsv(bytes('\ufeffÄ;ß\n'))).toEqual([['Ä', 'ß']]);
    expect(readCsv(Buffer.from('\ufeffÄ;ß\n', 'utf16le'))).toEqual([['Ä', 'ß']]);
    expect(readCsv(Buffer.from([0xc4, 0x3b, 0x80, 0x0a]))).toEqual([['Ä', '€']]);
  });

  it.each(['=cmd()', '+1', '-1', '@x', '\tx', "'=a"])('keeps a spreadsheet from computing %j', (cell) => {
    expect(neutraliseCell(cell)).toBe(`'${cell}`);
    expect(readCsv(bytes(writeCsv([[cell, 'b']])))).toEqual([[cell, 'b']]);
  });

  it('gives back whatever was written', () => {
    const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/\r/.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1 }), (rows) => {
        expect(readCsv(bytes(writeCsv([['a', 'b', 'c'], ...rows])))).toEqual([['a', 'b', 'c'], ...rows]);
      }),
    );
  });
});

const column = (heading: string, more: Partial<SheetColumn> = {}): SheetColumn => ({
  heading,
  help: '',
  required: false,
  isOpen: true,
  isNumber: false,
  ...more,
});

describe('XLSX', () => {
  const columns = [
    column('Name'),
    column('Art', { options: ['Kurs', 'Café & <Treff>'], isOpen: false, help: 'Hilfe "dazu"' }),
  ];
  const sheet = (rows: (string | number)[][]): Buffer =>
    writeXlsx({ title: 'Angebote: [alle]', columns, rows, validatedRows: 10 });

  it('gives back texts as texts, formulas included', async () => {
    const rows = [
      ['=cmd()', '+49 221 4710100'],
      ['0221', ' mit Leerzeichen '],
      ['👩‍👩‍👧', '\u202eمرحبا'],
      ['a\nb', '2026-01-01'],
    ];
    expect(await readXlsx(sheet(rows))).toEqual([['Name', 'Art'], ...rows]);
  });

  it('takes what XML cannot hold out, and cuts what a cell cannot', async () => {
    const [, row] = (await readXlsx(sheet([['a\u0000b', 'x'.repeat(100_000)]]))) as string[][];
    expect(row![0]).toBe('a\ufffdb');
    expect(row![1]).toHaveLength(32_767);
  });

  it('has a drop-down list, notes and the same bytes every time', () => {
    const files = unzip(sheet([]), () => true) as ReadonlyMap<string, Buffer>;
    const text = (name: string): string => files.get(name)!.toString('utf8');
    expect(text('xl/worksheets/sheet1.xml')).toContain(
      '<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="B2:B11"><formula1>Listen!$A$1:$A$2</formula1>',
    );
    expect(text('xl/worksheets/sheet2.xml')).toContain('Café &amp; &lt;Treff&gt;');
    expect(text('xl/comments1.xml')).toContain('Hilfe &quot;dazu&quot;');
    expect(text('xl/workbook.xml')).toContain('name="Angebote   alle "');
    expect(sheet([]).equals(sheet([]))).toBe(true);
  });

  it('asks for a row when it is written, and packs a long sheet as small as in one', async () => {
    const line = (number: number): [string, string] => [`Kurs ${number}`, '😀 ä'.repeat(200)];
    let made = 0;
    let readAhead = 0;
    function* lines(): Generator<[string, string]> {
      for (; made < 5_000; made++) yield line(made);
    }
    const parts: Uint8Array[] = [];
    for (const part of xlsxInPieces({ title: 'Angebote: [alle]', columns, rows: lines(), validatedRows: 10 })) {
      if (parts.length === 0) readAhead = made;
      parts.push(part);
    }
    expect([readAhead, made]).toEqual([0, 5_000]);
    const inOne = sheet(Array.from({ length: 5_000 }, (_, number) => line(number)));
    expect(inOne.equals(Buffer.concat(parts))).toBe(true);

    const packed = unzip(inOne, () => true) as ReadonlyMap<string, Buffer>;
    const xml = packed.get('xl/worksheets/sheet1.xml')!;
    expect(xml.length).toBeGreaterThan(3_000_000);
    expect(inOne.length).toBeLessThan(deflateRawSync(xml).length * 1.1 + 10_000);
    expect(xml.toString()).toContain('sqref="B2:B5001"');
    // Whoever reads the archive from its beginning finds the sizes there.
    const name = inOne.indexOf('xl/worksheets/sheet1.xml');
    const data = inOne.subarray(name + 24, name + 24 + inOne.readUInt32LE(name - 12));
    expect(inflateRawSync(data).equals(xml)).toBe(true);
    expect(inOne.readUInt32LE(name - 8)).toBe(xml.length);
    expect(await readXlsx(inOne)).toEqual([['Name', 'Art'], ...Array.from({ length: 5_000 }, (_, row) => line(row))]);
  });

  it('refuses what unpacks to more than it may', async () => {
    const bomb = writeZip([
      ['xl/workbook.xml', '<workbook/>'],
      ['xl/worksheets/sheet1.xml', Buffer.alloc(zipLimits.total + 1)],
    ]);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await readXlsx(bomb)).toEqual({ problem: 'too-large' });
  });

  it('does not believe an archive that calls itself small', async () => {
    const bomb = writeZip([
      ['xl/workbook.xml', '<workbook/>'],
      ['xl/sharedStrings.xml', Buffer.alloc(zipLimits.total + 1)],
    ]);
    // The size after unpacking, in the directory and before the data.
    const size = Buffer.alloc(4);
    size.writeUInt32LE(zipLimits.total + 1);
    for (let at = bomb.indexOf(size); at !== -1; at = bomb.indexOf(size, at + 4)) bomb.writeUInt32LE(10, at);
    expect(await readXlsx(bomb)).toEqual({ problem: 'too-large' });
  });

  it('counts the archive as a whole', () => {
    const half = deflateRawSync(Buffer.alloc(1));
    expect(half.length).toBeGreaterThan(0);
    const many = writeZip(
      Array.from({ length: zipLimits.entries + 1 }, (_, index) => [`xl/worksheets/${index}.xml`, ''] as const),
    );
    expect(unzip(many, () => true)).toEqual({ problem: 'too-large' });
    const two = writeZip([
      ['a', Buffer.alloc(zipLimits.total - 10)],
      ['b', Buffer.alloc(20)],
    ]);
    expect(unzip(two, () => true)).toEqual({ problem: 'too-large' });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('Name;Art\n')],
    ['half a workbook', sheet([['a', 'b']]).subarray(0, 900)],
    ['an archive of something else', writeZip([['word/document.xml', '<x/>']])],
    ['broken XML', writeZip([['xl/workbook.xml', '<workbook><sheets>']])],
  ])('says that %s is no workbook', async (_, data) => {
    expect(await readXlsx(Buffer.from(data))).toEqual({ problem: 'not-a-zip' });
  });

  it('survives any broken archive', () => {
    const good = sheet([['a', 'b']]);
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), (at, value) => {
        const broken = Buffer.from(good);
        broken[at] = value;
        expect(() => unzip(broken, () => true)).not.toThrow();
      }),
    );
  });
});
