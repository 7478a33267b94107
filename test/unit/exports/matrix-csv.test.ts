import { expect, it } from 'vitest';
import { readCsv } from '../../../src/cli/import/read-csv.ts';
import { writeMatrixCsv, type LabelledMatrix } from '../../../src/exports/matrix-csv.ts';

const matrix: LabelledMatrix = {
  corner: 'Thema / Ort',
  columns: ['Ahornstadt', 'Birkenau; Süd'],
  total: 'Gesamt',
  rows: [
    { label: '=HYPERLINK("https://example.org")', cells: [2, 0], total: 2 },
    { label: 'Sagt „Hallo" und\nmehr', cells: ['weniger als 5', 7], total: 'weniger als 5' },
  ],
  columnTotals: [2, 7],
  grandTotal: 9,
  notes: ['Stand: 1. März 2026'],
};

it('is a table with its totals and what the numbers mean, whatever is in the labels', () => {
  const text = writeMatrixCsv(matrix);
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text).toContain(`"'=HYPERLINK(""https://example.org"")";2;0;2\r\n`);
  expect(text).toContain('"Birkenau; Süd"');
  expect(text).toContain('\r\nGesamt;2;7;9\r\n\r\nStand: 1. März 2026\r\n');
});

it('can be read back', () => {
  const rows = readCsv(new TextEncoder().encode(writeMatrixCsv(matrix)));
  expect(rows[2]).toEqual(['Sagt „Hallo" und\nmehr', 'weniger als 5', '7', 'weniger als 5']);
});
