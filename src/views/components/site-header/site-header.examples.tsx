import type { Examples } from '../../example-sets.ts';
import { SiteHeader } from './site-header.tsx';

export const examples: Examples = {
  'of this site': (page) => <SiteHeader page={page} />,
  'with a very long title': (page) => (
    <SiteHeader
      page={{
        ...page,
        site: { ...page.site, title: 'Integrationsangebotsverzeichnis Oberhollenstedt-Kirchwerderbrückenhausen' },
      }}
    />
  ),
};
