import type { Examples } from '../../example-sets.ts';
import { SiteFooter } from './site-footer.tsx';

export const examples: Examples = {
  'of this site': (page) => <SiteFooter page={page} />,
  'publisher without address': (page) => (
    <SiteFooter page={{ ...page, footerMenu: [], site: { ...page.site, publisher: { name: 'Kreis Merletal' } } }} />
  ),
};
