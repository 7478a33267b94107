import type { VNode } from 'preact';
import type { CatalogueMeasure } from '../model/catalogue.ts';
import { foreign } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import { entryTitle } from './names.ts';

export interface MeasureLinksProps {
  readonly measures: readonly CatalogueMeasure[];
  readonly page: PageContext;
}

/** Measures with what has become of them. */
export const MeasureLinks = ({ measures, page }: MeasureLinksProps): VNode => (
  <ul class="steering-links" role="list">
    {measures.map((measure) => {
      const title = entryTitle(measure, page);
      return (
        <li key={measure.id}>
          <a href={page.link(`konzept/massnahmen/${measure.id}/`)} {...foreign(title)}>
            {title.value}
          </a>{' '}
          <span class="label">{page.t(`enum.measure.${measure.data.status}`)}</span>
        </li>
      );
    })}
  </ul>
);
