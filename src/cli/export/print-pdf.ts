import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** How long a browser may take for a few pages. */
const patience = 60_000;

/** Prints a page through a browser on this machine; undefined when the browser fails. Nothing is loaded from elsewhere. */
export async function printPdf(browser: string, html: string): Promise<Buffer | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'angebotslotse-'));
  try {
    const page = join(folder, 'sheet.html');
    const pdf = join(folder, 'sheet.pdf');
    writeFileSync(page, html);
    const child = spawn(
      browser,
      [
        '--headless',
        '--disable-gpu',
        // A sandbox cannot be made as root, as in most containers; the page is our own.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--user-data-dir=${join(folder, 'profile')}`,
        '--no-pdf-header-footer',
        `--print-to-pdf=${pdf}`,
        pathToFileURL(page).href,
      ],
      { stdio: 'ignore', timeout: patience },
    );
    await new Promise<void>((resolve) => {
      child.once('error', () => resolve());
      child.once('exit', () => resolve());
    });
    return readFileSync(pdf);
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
