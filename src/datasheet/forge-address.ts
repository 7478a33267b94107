/** Where content is kept, as its pages for new and changed files need it. */
export interface ForgeRepository {
  readonly kind: 'github' | 'gitlab' | 'forgejo';
  /** Address of the repository without trailing slash. */
  readonly url: string;
  readonly branch: string;
  /** Folder of the content in the repository, without slashes around it; empty for its root. */
  readonly folder: string;
}

/** As `hand_in.repository` in `site.yml` has it. */
interface RepositorySetting {
  readonly kind: ForgeRepository['kind'];
  readonly url: string;
  readonly branch?: string;
  readonly folder?: string;
}

export const repositoryOf = ({
  kind,
  url,
  branch = 'main',
  folder = 'content',
}: RepositorySetting): ForgeRepository => ({
  kind,
  url: url.replace(/\/+$/, ''),
  branch,
  folder: folder === '.' ? '' : folder,
});

/** What servers and browsers surely take; beyond it, forges answer “URI too long”. */
const addressLimit = 6000;

/** A page elsewhere on which a file is handed in. */
export interface ForgePage {
  readonly href: string;
  /** Whether the page opens with the text; otherwise it has to be pasted. */
  readonly hasText: boolean;
}

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

const withFolder = ({ folder }: ForgeRepository, file: string): string => (folder === '' ? file : `${folder}/${file}`);

/** Blanks as %20: mail programs would show a plus sign. */
const query = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');

/** The page on which a new file is written. `file`: below the content folder. */
export function newFilePage(repository: ForgeRepository, file: string, text: string): ForgePage {
  const { kind, url, branch } = repository;
  const path = withFolder(repository, file);
  // GitLab takes the name, but its editor has not taken a text for years.
  if (kind === 'gitlab')
    return { href: `${url}/-/new/${encodePath(branch)}?${query({ file_name: path })}`, hasText: false };
  const page = `${url}/${kind === 'github' ? 'new' : '_new'}/${encodePath(branch)}`;
  const full = `${page}?${query({ filename: path, value: text })}`;
  return full.length <= addressLimit
    ? { href: full, hasText: true }
    : { href: `${page}?${query({ filename: path })}`, hasText: false };
}

/** The page on which an existing file is changed; no forge takes a text for it. */
export function editFilePage(repository: ForgeRepository, file: string): ForgePage {
  const { kind, url, branch } = repository;
  const verb = { github: 'edit', gitlab: '-/edit', forgejo: '_edit' }[kind];
  return { href: `${url}/${verb}/${encodePath(branch)}/${encodePath(withFolder(repository, file))}`, hasText: false };
}

/** How people call the place: the name of its server. */
export const forgeName = ({ kind, url }: ForgeRepository): string => {
  const { hostname } = new URL(url);
  return hostname === 'github.com'
    ? 'GitHub'
    : hostname === 'gitlab.com'
      ? 'GitLab'
      : kind === 'github'
        ? 'GitHub'
        : hostname;
};

/** What mail programs take in an address; Outlook is the strictest. */
const mailLimit = 2000;

/** A link that opens the mail program, without the text where that is too long for one. */
export function mailPage(to: string, subject: string, text: string): ForgePage {
  const start = `mailto:${encodeURIComponent(to).replace('%40', '@')}?`;
  const full = start + query({ subject, body: text.replaceAll('\n', '\r\n') });
  return full.length <= mailLimit
    ? { href: full, hasText: true }
    : { href: start + query({ subject }), hasText: false };
}
