import type { VNode } from 'preact';
import type { CatalogueOffer, Entry } from '../model/catalogue.ts';
import { Text } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import { entryTitle } from './names.ts';
import type { SiteModel } from './site-model.ts';

export interface OfferBackgroundProps {
  readonly offer: CatalogueOffer;
  readonly model: SiteModel;
  readonly page: PageContext;
}

/** Which measure an offer belongs to and who pays for it: of use to few readers, so it stands last and small. */
export function OfferBackground({ offer, model, page }: OfferBackgroundProps): VNode | null {
  const { measures, funding } = model.catalogue;
  const lines = [
    lineOf(page.t('offer.measures'), 'konzept/massnahmen/', offer.data.measures, measures, page),
    lineOf(page.t('offer.funding'), 'foerderung/', offer.data.funding, funding, page),
  ];
  return lines.some(Boolean) ? <div class="offer-background">{lines}</div> : null;
}

function lineOf(
  label: string,
  folder: string,
  ids: readonly string[] = [],
  entries: ReadonlyMap<string, Entry<unknown>>,
  page: PageContext,
): VNode | false {
  const found = ids.flatMap((id) => entries.get(id) ?? []);
  if (found.length === 0) return false;
  return (
    <p key={label}>
      <span class="label">{label}</span>{' '}
      {found.map((entry, index) => (
        <>
          {index > 0 && ' · '}
          <a href={page.link(`${folder}${entry.id}/`)}>
            <Text text={entryTitle(entry, page)} />
          </a>
        </>
      ))}
    </p>
  );
}
