import type { VNode } from 'preact';
import type { PageContext } from '../../views/page-context.ts';
import type { SiteModel } from '../site-model.ts';
import { tileHost } from './map-page.ts';

/** Id of the page on privacy, in every town's content. */
export const privacyPage = 'datenschutz';

/** Names the server that a street map comes from: it cannot be forgotten, because it follows from the settings. */
export function MapPrivacy({ model, page }: { readonly model: SiteModel; readonly page: PageContext }): VNode | null {
  const host = tileHost(model.catalogue.site);
  return host === undefined ? null : (
    <section class="prose">
      <h2>{page.t('map.privacy-title')}</h2>
      <p>{page.t('map.privacy', { host })}</p>
    </section>
  );
}
