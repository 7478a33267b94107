import type { ComponentChildren, VNode } from 'preact';
import type { Catalogue } from '../model/catalogue.ts';
import { Breadcrumb } from '../views/components/breadcrumb/breadcrumb.tsx';
import { type Alternate, Document } from '../views/components/document/document.tsx';
import { PageHeading } from '../views/components/page-heading/page-heading.tsx';
import type { ShownText } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import { hasHub, hubPath } from './steering-links.ts';
import { stepsTo } from './steps.ts';

export interface SteeringPageProps {
  readonly title: ShownText;
  readonly kicker?: string;
  readonly lead?: ShownText;
  /** Pages above this one, without the hub. */
  readonly parents?: ReadonlyArray<readonly [label: ShownText, path: string]>;
  readonly scripts?: readonly string[];
  readonly alternates?: readonly Alternate[];
  readonly jsonLd?: object;
  readonly catalogue: Catalogue;
  readonly page: PageContext;
  readonly children: ComponentChildren;
}

/** A page of the network's own work: with its style sheet, and the hub above it. */
export function SteeringPage(props: SteeringPageProps): VNode {
  const { title, kicker, lead, parents = [], scripts, alternates, jsonLd, catalogue, page, children } = props;
  const hub = hasHub(catalogue) && page.path !== hubPath;
  return (
    <Document
      page={page}
      title={title.value}
      description={lead?.value}
      styles={['steering.css']}
      scripts={scripts}
      alternates={alternates}
      jsonLd={jsonLd}
    >
      <div class="wrap">
        <Breadcrumb
          {...stepsTo(page, ...(hub ? ([[{ value: page.t('steering.title') }, hubPath]] as const) : []), ...parents)}
        />
        <PageHeading title={title} kicker={kicker} lead={lead} />
        {children}
      </div>
    </Document>
  );
}

export interface SteeringSectionProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

export const SteeringSection = ({ title, children }: SteeringSectionProps): VNode => (
  <section class="steering-section">
    <h2>{title}</h2>
    {children}
  </section>
);
