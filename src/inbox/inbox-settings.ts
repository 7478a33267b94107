import type { Author } from './forge/forge.ts';

export const forgeNames = ['git', 'github', 'gitlab', 'forgejo'] as const;
export type ForgeName = (typeof forgeNames)[number];

export interface InboxSettings {
  readonly host: string;
  readonly port: number;
  readonly origins: readonly string[];
  readonly proxies: number;
  readonly spool: string;
  readonly difficulty: number;
  readonly challengeLifetime: number;
  readonly handInsPerHour: number;
  readonly timeout: number;
  readonly waitingLimit: number;
  readonly retryAfter: number;
  readonly retryLimit: number;
  readonly keepDays: number;
  readonly author: Author;
  /** The content folder from the root of the repository. */
  readonly contentPath: string;
  readonly base: string | undefined;
  readonly forge:
    | { readonly name: 'git'; readonly repository: string }
    | {
        readonly name: Exclude<ForgeName, 'git'>;
        readonly url: string;
        readonly project: string;
        readonly token: string;
      };
}

/** What is wrong with the environment; the words for it are with the command. */
export interface SettingProblem {
  readonly name: string;
  readonly reason:
    'missing' | 'number' | 'choice' | 'url' | 'https' | 'origin' | 'author' | 'path' | 'project' | 'branch';
  readonly detail: string;
}

const defaultUrls = { github: 'https://api.github.com', gitlab: '', forgejo: '' } as const;

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);

/** Reads all `INBOX_…` variables; `siteUrl` is the origin that the form is served from where none is named. */
export function readInboxSettings(
  env: NodeJS.ProcessEnv,
  siteUrl: string | undefined,
): { value: InboxSettings | undefined; problems: readonly SettingProblem[] } {
  const problems: SettingProblem[] = [];
  const wrong = (name: string, reason: SettingProblem['reason'], detail = ''): void => {
    problems.push({ name, reason, detail });
  };

  function number(name: string, standard: number, min: number, max: number, whole = true): number {
    const text = env[name];
    if (text === undefined || text === '') return standard;
    const value = Number(text);
    if ((whole && !Number.isInteger(value)) || !(value >= min && value <= max)) wrong(name, 'number', `${min}–${max}`);
    return value;
  }

  function address(name: string, text: string): string {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash) wrong(name, 'url', text);
    else if (url.protocol === 'http:' && !isLoopback(url.hostname)) wrong(name, 'https', text);
    return text.replace(/\/+$/, '');
  }

  function originsFrom(): string[] {
    const listed = (env['INBOX_ORIGINS'] ?? '').split(/[\s,]+/).filter(Boolean);
    const wanted = listed.length > 0 ? listed : siteUrl ? [siteUrl] : [];
    if (wanted.length === 0) wrong('INBOX_ORIGINS', 'missing', 'https://angebote.example.org');
    return wanted.map((text) => {
      const url = URL.canParse(text) ? new URL(text) : undefined;
      if (!url || !/^https?:$/.test(url.protocol)) {
        wrong('INBOX_ORIGINS', 'origin', text);
        return text;
      }
      return url.origin;
    });
  }

  function authorFrom(): Author {
    const text = env['INBOX_AUTHOR'] || 'Angebotslotse Inbox <inbox@example.org>';
    const [, name = '', email = ''] = /^([^<>\n]+?) <([^<>\s@]+@[^<>\s@]+)>$/.exec(text) ?? [];
    if (name === '') wrong('INBOX_AUTHOR', 'author', text);
    return { name, email };
  }

  function forgeFrom(): InboxSettings['forge'] {
    const name = env['INBOX_FORGE'] || 'git';
    if (!(forgeNames as readonly string[]).includes(name)) wrong('INBOX_FORGE', 'choice', forgeNames.join(', '));
    if (name === 'git' || !(name in defaultUrls)) return { name: 'git', repository: env['INBOX_REPOSITORY'] || '.' };
    const forge = name as Exclude<ForgeName, 'git'>;
    const url = env['INBOX_FORGE_URL'] || defaultUrls[forge];
    if (url === '') wrong('INBOX_FORGE_URL', 'missing', 'https://gitlab.opencode.de');
    const project = env['INBOX_PROJECT'] ?? '';
    const shape = forge === 'gitlab' ? /^[\w.-]+(\/[\w.-]+)+$/ : /^[\w.-]+\/[\w.-]+$/;
    if (project === '') wrong('INBOX_PROJECT', 'missing', 'kreis-merletal/angebote');
    else if (!shape.test(project) || project.split('/').some((part) => /^\.+$/.test(part)))
      wrong('INBOX_PROJECT', 'project', project);
    const token = env['INBOX_TOKEN'] ?? '';
    if (token === '') wrong('INBOX_TOKEN', 'missing');
    return { name: forge, url: url === '' ? '' : address('INBOX_FORGE_URL', url), project, token };
  }

  const contentPath = env['INBOX_CONTENT_PATH'] || 'content';
  if (!/^[\w.-]+(\/[\w.-]+)*$/.test(contentPath) || contentPath.split('/').some((part) => part.startsWith('.')))
    wrong('INBOX_CONTENT_PATH', 'path', contentPath);
  const base = env['INBOX_BASE'] || undefined;
  if (base !== undefined && (!/^[\w][\w./-]*$/.test(base) || /\.\.|\/\/|\.lock$|[/.]$/.test(base)))
    wrong('INBOX_BASE', 'branch', base);

  const value: InboxSettings = {
    host: env['INBOX_HOST'] || '127.0.0.1',
    port: number('INBOX_PORT', 8090, 0, 65535),
    origins: originsFrom(),
    proxies: number('INBOX_PROXIES', 0, 0, 10),
    spool: env['INBOX_SPOOL'] || '.inbox',
    difficulty: number('INBOX_DIFFICULTY', 18, 0, 30),
    challengeLifetime: number('INBOX_CHALLENGE_SECONDS', 1800, 1, 86_400),
    handInsPerHour: number('INBOX_PER_HOUR', 20, 1, 100_000),
    timeout: number('INBOX_TIMEOUT', 20, 0.05, 300, false),
    waitingLimit: number('INBOX_WAITING', 1000, 1, 100_000),
    retryAfter: number('INBOX_RETRY_SECONDS', 10, 0.001, 3600, false),
    retryLimit: number('INBOX_RETRY_LIMIT', 900, 0.001, 86_400, false),
    keepDays: number('INBOX_KEEP_DAYS', 7, 1, 365),
    author: authorFrom(),
    contentPath,
    base,
    forge: forgeFrom(),
  };
  return { value: problems.length > 0 ? undefined : value, problems };
}
