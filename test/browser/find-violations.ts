import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOnly } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeWindow {
  axe: { run(context: Document, options: object): Promise<AxeResults> };
}

/** What is claimed to be kept, and good habits. */
const standards: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** Violations of accessibility on the page as it stands, each with the markup it is about. */
export async function findViolations(page: Page, runOnly = standards): Promise<string[]> {
  // Into the page past its policy, by the debugger.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (only) =>
      (window as unknown as AxeWindow).axe.run(document, {
        runOnly: only,
        // Nothing else is looked at, and no page has a frame but the one about frames.
        resultTypes: ['violations'],
        iframes: false,
        preload: false,
      }),
    runOnly,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`.slice(0, 300));
}
