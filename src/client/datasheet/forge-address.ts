import type { HandInWays } from '../../views/datasheet-page-data.ts';

type Repository = NonNullable<HandInWays['repository']>;

/** What servers and browsers surely take; beyond it, forges answer “URI too long”. */
const addressLimit = 6000;

export interface ForgePage {
  readonly href: string;
  /** Whether the page opens with the text; otherwise it has to be pasted. */
  readonly hasText: boolean;
}

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

const withFolder = ({ folder }: Repository, file: string): string => (folder === '' ? file : `${folder}/${file}`);

const query = (names: Record<string, string>): string => new URLSearchParams(names).toString();

/** The page on which a new file is written. `file`: below the content folder. */
export function newFilePage(repository: Repository, file: string, text: string): ForgePage {
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
export function editFilePage(repository: Repository, file: string): ForgePage {
  const { kind, url, branch } = repository;
  const verb = { github: 'edit', gitlab: '-/edit', forgejo: '_edit' }[kind];
  return { href: `${url}/${verb}/${encodePath(branch)}/${encodePath(withFolder(repository, file))}`, hasText: false };
}

/** How people call the place: the name of its server. */
export const forgeName = ({ kind, url }: Repository): string => {
  const { hostname } = new URL(url);
  return hostname === 'github.com'
    ? 'GitHub'
    : hostname === 'gitlab.com'
      ? 'GitLab'
      : kind === 'github'
        ? 'GitHub'
        : hostname;
};

/** A link that opens the mail program; undefined where the text is too long for one. */
export function mailAddress(to: string, subject: string, text: string): string | undefined {
  const href = `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;
  // Outlook takes about two thousand.
  return href.length <= 2000 ? href : undefined;
}
