import type { BreadcrumbProps } from '../views/components/breadcrumb/breadcrumb.tsx';
import type { ShownText } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';

/** The way from the start page through pages given by label and path. */
export const stepsTo = (
  page: PageContext,
  ...steps: ReadonlyArray<readonly [label: ShownText, path: string]>
): BreadcrumbProps => ({
  label: page.t('app.breadcrumb'),
  steps: [
    { label: { value: page.t('app.home') }, href: page.link('') },
    ...steps.map(([label, path]) => ({ label, href: page.link(path) })),
  ],
});
