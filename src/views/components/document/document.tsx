import type { ComponentChildren, VNode } from 'preact';
import { keptChoice, keptPart } from '../../kept-markup.tsx';
import type { PageContext } from '../../page-context.ts';
import { wholeAddress } from '../../whole-address.ts';
import { SiteFooter } from '../site-footer/site-footer.tsx';
import { SiteHeader } from '../site-header/site-header.tsx';
import { DataBlock } from './data-block.tsx';

/** Everything comes from the site itself; nothing inline is run. */
const contentSecurityPolicy = (connect: readonly string[], images: readonly string[], hasVideo: boolean): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ["img-src 'self' data:", ...images].join(' '),
    "font-src 'self'",
    ["connect-src 'self'", ...connect].join(' '),
    "worker-src 'self'",
    "manifest-src 'self'",
    ...(hasVideo ? ["media-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');

export interface Alternate {
  readonly type: 'application/atom+xml' | 'text/calendar' | 'text/csv';
  readonly title: string;
  readonly href: string;
}

export interface DocumentProps {
  readonly page: PageContext;
  /** Of this page alone; the site's title is added. Absent on the start page. */
  readonly title?: string;
  readonly description?: string;
  /** The page is the same for all languages: no switch, no alternates. */
  readonly neutral?: boolean;
  /** Not for search engines. */
  readonly hidden?: boolean;
  /** Names of built style sheets beside the site's own, for pages that few readers open: `steering.css`. */
  readonly styles?: readonly string[];
  /** Names of built scripts. */
  readonly scripts?: readonly string[];
  /** Other forms of what the page shows, such as a feed. */
  readonly alternates?: readonly Alternate[];
  /** Origins beside the site's own that the page's scripts may talk to. */
  readonly connect?: readonly string[];
  /** Origins beside the site's own that pictures may come from. */
  readonly images?: readonly string[];
  /** A video of the municipality's own stands on the page. */
  readonly hasVideo?: boolean;
  /** Address of the page's own picture, for where it is passed on; without it the site's. */
  readonly preview?: string;
  /** schema.org */
  readonly jsonLd?: object;
  readonly children: ComponentChildren;
}

/** The whole document around a page's content. */
export function Document(props: DocumentProps): VNode {
  const {
    page,
    title,
    description,
    neutral,
    hidden,
    styles = [],
    scripts = [],
    connect = [],
    images = [],
    hasVideo = false,
  } = props;
  const { alternates = [], preview, jsonLd, children } = props;
  const { site } = page;
  const absolute = (path: string): string | undefined => site.url && wholeAddress(path, site.url);
  const address = neutral ? undefined : absolute(page.link(page.path));
  // The first page of the site is the one that is passed on most.
  const passedOn = neutral && !hidden ? absolute(page.root) : address;
  const picture = page.previews && !hidden ? absolute(preview ?? page.previews.site) : undefined;
  const fullTitle = title === undefined ? site.title : page.t('app.page-title', { page: title, site: site.title });
  return (
    <html lang={page.lang} dir={page.dir}>
      <head>
        {connect.length + images.length === 0 && !hasVideo ? (
          keptChoice(UsualStart, page, [])
        ) : (
          <Start policy={contentSecurityPolicy(connect, images, hasVideo)} />
        )}
        <title>{fullTitle}</title>
        {description && <meta name="description" content={description} />}
        {hidden && <meta name="robots" content="noindex" />}
        {keptChoice(Colours, page, [])}
        {address && keptPart(Addresses, page)}
        {passedOn && <meta property="og:title" content={title ?? site.title} />}
        {passedOn && description && <meta property="og:description" content={description} />}
        {passedOn && <meta property="og:url" content={passedOn} />}
        {picture && <meta property="og:image" content={picture} />}
        {picture && <meta property="og:image:width" content="600" />}
        {picture && <meta property="og:image:height" content="315" />}
        {picture && <meta property="og:image:alt" content={fullTitle} />}
        {picture && <meta name="twitter:card" content="summary_large_image" />}
        {page.appManifest && <link rel="manifest" href={page.appManifest} />}
        {keptChoice(Styles, page, styles)}
        {alternates.map(({ type, title: name, href }) => (
          <link key={href} rel="alternate" type={type} title={name} href={href} />
        ))}
        {keptChoice(Scripts, page, page.appManifest ? ['offline.js', ...scripts] : scripts)}
        {jsonLd && <DataBlock type="application/ld+json" data={jsonLd} />}
      </head>
      <body>
        <a class="skip-link" href="#content">
          {page.t('app.skip-to-content')}
        </a>
        {neutral ? null : keptPart(SiteHeader, page)}
        <main id="content">{children}</main>
        {neutral ? null : keptPart(SiteFooter, page)}
      </body>
    </html>
  );
}

const Start = ({ policy }: { readonly policy: string }): VNode => (
  <>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content={policy} />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
  </>
);

/** Of pages that load nothing from elsewhere. */
const UsualStart = (): VNode => <Start policy={contentSecurityPolicy([], [], false)} />;

const Colours = (): VNode => (
  <>
    <meta name="color-scheme" content="light dark" />
    <meta name="theme-color" content="#0a3a45" media="(prefers-color-scheme: light)" />
    <meta name="theme-color" content="#0b2027" media="(prefers-color-scheme: dark)" />
    <meta name="referrer" content="no-referrer" />
  </>
);

interface NamedFiles {
  readonly page: PageContext;
  readonly names: readonly string[];
}

/** What the page looks like, and what has to be known before anything is seen. */
const Styles = ({ page, names }: NamedFiles): VNode => (
  <>
    <link rel="icon" href={page.asset('favicon.svg')} type="image/svg+xml" />
    <script src={page.asset('text-size.js')} />
    {page.fonts.map((font) => (
      <link key={font} rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />
    ))}
    {page.language.font && <link rel="stylesheet" href={page.asset(`font-${page.language.font}.css`)} />}
    <link rel="stylesheet" href={page.asset('site.css')} />
    {names.map((name) => (
      <link key={name} rel="stylesheet" href={page.asset(name)} />
    ))}
  </>
);

const Scripts = ({ page, names }: NamedFiles): VNode => (
  <>
    {names.map((name) => (
      <script key={name} type="module" src={page.asset(name)} />
    ))}
  </>
);

/** Where the page stands, and where it stands in the other languages. */
function Addresses({ page }: { readonly page: PageContext }): VNode {
  const absolute = (path: string): string => wholeAddress(path, page.site.url ?? '');
  return (
    <>
      <link rel="canonical" href={absolute(page.link(page.path))} />
      {page.languages.map(({ tag }) => (
        <link key={tag} rel="alternate" hreflang={tag} href={absolute(page.link(page.path, tag))} />
      ))}
    </>
  );
}
