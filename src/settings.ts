import type { IsoDate } from './model/diagnostic.ts';
import { readPart, type Part } from './model/part.ts';

/** What is decided outside the content: by the caller, through the environment. */
export interface Settings {
  readonly contentDir: string;
  readonly outputDir: string;
  /** Absolute address of the site; overrides `url` in site.yml. */
  readonly siteUrl?: string;
  /** `/` or `/path/`; overrides `base_path` in site.yml. */
  readonly basePath?: string;
  /** The day the site is built for: every freshness, standing and next date follows from it. */
  readonly today: IsoDate;
  /** Build the gallery of components, too; off in production. */
  readonly gallery: boolean;
  /** Build `/admin/` for editing the content folder on this machine, even without a repository in site.yml. */
  readonly localAdmin?: boolean;
  /** Where `npm run pdf` puts booklets, and the build takes them from. */
  readonly bookletsDir: string;
  /** Draw the pictures for where pages are passed on; otherwise as `preview_images` in site.yml says, and never while serving. */
  readonly previewImages?: boolean;
  /** The town's own code is run only where it is the same as in this branch or commit; absent: as it is. */
  readonly trustedRef?: string;
  /** Where the site of the last build stands, so that files which have not changed are taken from there. */
  readonly lastOutputDir?: string;
  /** Builds only this part of the site, to be joined with the others. */
  readonly part?: Part;
  /** How many threads render pages, at most; absent: as many as the machine has cores. One: none beside the program itself. */
  readonly threads?: number;
}

/** Reads CONTENT_DIR, OUTPUT_DIR, SITE_URL, BASE_PATH, BUILD_DATE, GALLERY, LOCAL_ADMIN, PREVIEW_IMAGES, BOOKLETS_DIR, TRUSTED_REF, BUILD_PART and BUILD_THREADS. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const part = env.BUILD_PART ? readPart(env.BUILD_PART) : undefined;
  return {
    contentDir: env.CONTENT_DIR || 'content',
    outputDir: env.OUTPUT_DIR || '_site',
    ...(env.SITE_URL ? { siteUrl: env.SITE_URL.replace(/\/+$/, '') } : {}),
    ...(env.BASE_PATH ? { basePath: withSlashes(env.BASE_PATH) } : {}),
    today: env.BUILD_DATE || todayIn('Europe/Berlin'),
    gallery: env.GALLERY === '1',
    ...(env.LOCAL_ADMIN === '1' ? { localAdmin: true } : {}),
    bookletsDir: env.BOOKLETS_DIR || 'hefte',
    ...(env.PREVIEW_IMAGES ? { previewImages: env.PREVIEW_IMAGES === '1' } : {}),
    ...(env.TRUSTED_REF ? { trustedRef: env.TRUSTED_REF } : {}),
    ...(env.LAST_OUTPUT_DIR ? { lastOutputDir: env.LAST_OUTPUT_DIR } : {}),
    ...(part ? { part } : {}),
    ...(/^\d+$/.test(env.BUILD_THREADS ?? '') ? { threads: Number(env.BUILD_THREADS) } : {}),
  };
}

const withSlashes = (path: string): string => `/${path.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');

/** Today's date in a time zone: a build at 00:30 in Berlin is not yesterday's. */
function todayIn(timeZone: string): IsoDate {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());
}
