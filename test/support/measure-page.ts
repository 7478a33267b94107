import type { Browser } from 'playwright-core';
import { serveSlowly } from './slow-line.ts';

export interface PageMeasure {
  /** Everything that the page loads by itself, compressed. */
  readonly bytes: number;
  /** Milliseconds from the tap to the largest paint. */
  readonly largestPaint: number;
  /** Sum of all layout shifts; 0 where nothing moves. */
  readonly shift: number;
}

/** How much slower the processor of a cheap phone is. */
const processorBrake = 4;

/** Opens a page as on a cheap phone and a slow line, with nothing stored, and reads the browser's own entries. */
export async function measurePage(browser: Browser, folder: string, path: string): Promise<PageMeasure> {
  const server = await serveSlowly(folder);
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: processorBrake });
  await page.goto(server.origin + path, { waitUntil: 'networkidle' });
  // What was painted and moved so far; buffered entries are handed over as soon as somebody listens.
  const [paints = [], shifts = []] = await page.evaluate(
    (kinds) =>
      Promise.all(
        kinds.map(
          (type) =>
            new Promise<{ startTime: number; value?: number }[]>((resolve) => {
              new PerformanceObserver((list) =>
                resolve(list.getEntries().map((entry) => entry.toJSON() as { startTime: number; value?: number })),
              ).observe({ type, buffered: true });
              setTimeout(() => resolve([]), 300);
            }),
        ),
      ),
    ['largest-contentful-paint', 'layout-shift'],
  );
  const largestPaint = paints.at(-1)?.startTime ?? Number.NaN;
  const shift = shifts.reduce((sum, { value = 0 }) => sum + value, 0);
  const bytes = server.bytes();
  await context.close();
  server.stop();
  return { bytes, largestPaint, shift };
}
