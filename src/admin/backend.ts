import type { SheetLanguage } from '../datasheet/fields.ts';
import type { Site } from '../model/schema.generated.ts';
import type { CmsBackend } from './cms-types.ts';

type Repository = NonNullable<NonNullable<Site['hand_in']>['repository']>;

/** Where the content is kept, and how people sign in. */
export interface Access {
  /** Absent where the page is only for a working copy on the same machine. */
  readonly repository?: Repository;
  /** Id of the application that the forge knows, for signing in without a token. */
  readonly clientId?: string;
  /** GitHub only: address of the service that signs people in. */
  readonly signInUrl?: string;
}

const messages: Readonly<Record<SheetLanguage, Readonly<Record<string, string>>>> = {
  de: {
    create: '{{collection}}: {{slug}} neu',
    update: '{{collection}}: {{slug}} geändert',
    delete: '{{collection}}: {{slug}} entfernt',
    uploadMedia: 'Bild {{path}}',
    deleteMedia: 'Bild {{path}} entfernt',
  },
  en: {
    create: '{{collection}}: {{slug}} added',
    update: '{{collection}}: {{slug}} changed',
    delete: '{{collection}}: {{slug}} removed',
    uploadMedia: 'Picture {{path}}',
    deleteMedia: 'Picture {{path}} removed',
  },
};

/** The CMS makes no pull requests on Forgejo and Gitea: there everybody works on one branch, which is merged by hand. */
export const sharedBranch = 'redaktion';

/** `workflow`: whether every change becomes a pull or merge request of its own. */
export function backendFor(access: Access, lang: SheetLanguage): { backend: CmsBackend; workflow: boolean } {
  const { repository, clientId, signInUrl } = access;
  const common = { commit_messages: messages[lang], skip_ci: false };
  if (!repository) {
    // The page then only works with a folder on the same machine. A backend is needed all the same: this one
    // asks nobody for anything before somebody signs in.
    return { backend: { name: 'gitea', repo: 'content/local', ...common, auth_methods: ['token'] }, workflow: false };
  }
  const { origin, pathname } = new URL(repository.url);
  const repo = pathname.replace(/^\/+|\/+$|\.git\/*$/g, '');
  const branch = repository.branch === undefined ? {} : { branch: repository.branch };
  switch (repository.kind) {
    case 'github':
      return {
        backend: {
          name: 'github',
          repo,
          ...branch,
          ...common,
          // Left to itself, the CMS would look for the second one at `/graphql`, where GitHub Enterprise has nothing.
          ...(origin === 'https://github.com'
            ? {}
            : { api_root: `${origin}/api/v3`, graphql_api_root: `${origin}/api/graphql` }),
          ...(signInUrl === undefined ? { auth_methods: ['token'] } : { base_url: signInUrl }),
        },
        workflow: true,
      };
    case 'gitlab':
      return {
        backend: {
          name: 'gitlab',
          repo,
          ...branch,
          ...common,
          ...(origin === 'https://gitlab.com' ? {} : { api_root: `${origin}/api/v4`, base_url: origin }),
          ...(clientId === undefined ? { auth_methods: ['token'] } : { auth_type: 'pkce', app_id: clientId }),
        },
        workflow: true,
      };
    case 'forgejo':
      return {
        backend: {
          name: 'gitea',
          repo,
          branch: sharedBranch,
          ...common,
          api_root: `${origin}/api/v1`,
          base_url: origin,
          ...(clientId === undefined ? { auth_methods: ['token'] } : { app_id: clientId }),
        },
        workflow: false,
      };
  }
}

/** Origins that the page must reach, for its policy. */
export function forgeOrigins({ repository, signInUrl }: Access): {
  connect: readonly string[];
  images: readonly string[];
} {
  if (!repository) return { connect: [], images: [] };
  const { origin } = new URL(repository.url);
  const signIn = signInUrl === undefined ? [] : [new URL(signInUrl).origin];
  return origin === 'https://github.com'
    ? {
        connect: ['https://api.github.com', 'https://github.com', ...signIn],
        images: ['https://avatars.githubusercontent.com'],
      }
    : { connect: [origin, ...signIn], images: [origin] };
}
