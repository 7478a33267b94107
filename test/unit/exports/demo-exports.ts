import { join } from 'node:path';
import { loadCatalogue } from '../../../src/catalogue.ts';
import type { ExportFile } from '../../../src/exports/export-file.ts';
import { prepareExport, type Exporting } from '../../../src/exports/exporting.ts';
import { listExports } from '../../../src/exports/list-exports.ts';

const content = join(import.meta.dirname, '../../../content');

/** The demo as the exports see it. */
export async function demoExporting(): Promise<Exporting> {
  const { value, problems } = await loadCatalogue({ contentDir: content, today: '2026-11-22' });
  if (!value) throw new Error(problems.map(({ code, file }) => `${file} ${code}`).join('\n'));
  return prepareExport(value, { basePath: '/', siteUrl: 'https://lotse.example.org' });
}

export const textOf = (files: readonly ExportFile[], path: string): string => {
  const file = files.find((one) => one.path === path);
  if (!file) throw new Error(`No file ${path}`);
  return Buffer.from(file.make()).toString('utf8');
};

export const jsonOf = (files: readonly ExportFile[], path: string): unknown => JSON.parse(textOf(files, path));

export const demoExports = async (): Promise<readonly ExportFile[]> => listExports(await demoExporting());
