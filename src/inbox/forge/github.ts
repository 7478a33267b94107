import { ForgeError, type Delivery, type Forge } from './forge.ts';
import { addressOf, decodeFile, encodePath, openForgeApi } from './forge-api.ts';
import { planChanges } from './plan-changes.ts';

export interface RepositoryOptions {
  /** GitHub: `https://api.github.com`; others: the address of the forge itself. Without a slash at the end. */
  readonly url: string;
  /** `owner/name`, at GitLab also `group/subgroup/name`. */
  readonly project: string;
  /** The branch that proposals shall be merged into. */
  readonly base: string;
  readonly token: string;
  /** Milliseconds for one call. */
  readonly timeout: number;
}

/**
 * GitHub: the commit is put together from objects and then a branch is pointed at it, so that the branch is there with
 * all files or not at all. The process may end after each call: every attempt looks first at what is there already.
 */
export function openGithub({ url, project, base, token, timeout }: RepositoryOptions): Forge {
  const api = openForgeApi({
    url,
    timeout,
    headers: { authorization: `Bearer ${token}`, 'x-github-api-version': '2022-11-28' },
  });
  const root = `/repos/${encodePath(project)}`;
  const [owner = ''] = project.split('/');

  async function readFile(path: string, commit: string): Promise<string | undefined> {
    const file = await api.call('GET', `${root}/contents/${encodePath(path)}?ref=${commit}`, { expected: [404] });
    return file.status === 404 ? undefined : decodeFile(file.json).text;
  }

  return {
    async deliver(proposal): Promise<Delivery> {
      const { branch, author, files } = proposal;
      const findPull = async (): Promise<unknown> => {
        const head = encodeURIComponent(`${owner}:${branch}`);
        const { json } = await api.call('GET', `${root}/pulls?state=all&per_page=1&head=${head}`);
        return (json as readonly unknown[])[0];
      };
      const found = await findPull();
      if (found) return { outcome: 'already-there', where: addressOf(found, 'html_url') };

      const ref = await api.call('GET', `${root}/git/ref/heads/${encodePath(base)}`);
      const parent = shaOf((ref.json as { object: unknown }).object);
      const current = new Map<string, string | undefined>();
      for (const { path } of files) current.set(path, await readFile(path, parent));
      const plan = planChanges(proposal, current);
      const known = await api.call('GET', `${root}/git/ref/heads/${encodePath(branch)}`, { expected: [404] });
      if (known.status === 404) {
        if ('outcome' in plan) return plan;
        if (plan.files.length === 0) return { outcome: 'unchanged' };
        const before = await api.call('GET', `${root}/git/commits/${parent}`);
        const tree = await api.call('POST', `${root}/git/trees`, {
          body: {
            base_tree: shaOf((before.json as { tree: unknown }).tree),
            tree: plan.files.map(({ path, text }) => ({ path, mode: '100644', type: 'blob', content: text })),
          },
        });
        const commit = await api.call('POST', `${root}/git/commits`, {
          body: {
            message: proposal.commitMessage,
            tree: shaOf(tree.json),
            parents: [parent],
            author,
            committer: author,
          },
        });
        await api.call('POST', `${root}/git/refs`, { body: { ref: `refs/heads/${branch}`, sha: shaOf(commit.json) } });
      }
      const body = 'outcome' in plan ? proposal.describe(current) : plan.description;
      const opened = await api.call('POST', `${root}/pulls`, {
        body: { title: proposal.title, body, head: branch, base },
        expected: [422],
      });
      if (opened.status !== 422) return { outcome: 'opened', where: addressOf(opened.json, 'html_url') };
      // 422 stands for “there is one already” and for all that is wrong with the request.
      const other = await findPull();
      if (other) return { outcome: 'already-there', where: addressOf(other, 'html_url') };
      throw new ForgeError(`POST ${root}/pulls: 422`, false);
    },
  };
}

const shaOf = (json: unknown): string => (json as { readonly sha: string }).sha;
