import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOnly } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeWindow {
  axe: { run(context: Document | string, options: object): Promise<AxeResults> };
}

/** What is claimed to be kept, and good habits. */
const standards: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

interface Look {
  readonly runOnly?: RunOnly;
  /** Selector of the part that is looked at; the whole page else. */
  readonly part?: string;
  /** Rules that are left out. */
  readonly without?: readonly string[];
}

/** Violations of accessibility on the page as it stands, each with the markup it is about. */
export async function findViolations(
  page: Page,
  { runOnly = standards, part, without = [] }: Look = {},
): Promise<string[]> {
  // Into the page past its policy, by the debugger.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const { violations } = await page.evaluate(
    ([only, where, disabled]) =>
      (window as unknown as AxeWindow).axe.run(where ?? document, {
        runOnly: only,
        rules: Object.fromEntries(disabled.map((rule) => [rule, { enabled: false }])),
        // Nothing else is looked at, and no page has a frame but the one about frames.
        resultTypes: ['violations'],
        iframes: false,
        preload: false,
      }),
    [runOnly, part, without] as const,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`.slice(0, 300));
}
