import { ForgeError, type Delivery, type Forge } from './forge.ts';
import { addressOf, decodeFile, encodeFile, encodePath, openForgeApi } from './forge-api.ts';

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
 * GitHub: branch, file and pull request are three calls, and the process may end after each of them. Every attempt looks
 * first at what is there already.
 */
export function openGithub({ url, project, base, token, timeout }: RepositoryOptions): Forge {
  const api = openForgeApi({
    url,
    timeout,
    headers: { authorization: `Bearer ${token}`, 'x-github-api-version': '2022-11-28' },
  });
  const root = `/repos/${encodePath(project)}`;
  const [owner = ''] = project.split('/');

  return {
    async deliver(proposal): Promise<Delivery> {
      const { branch, path, author } = proposal;
      const findPull = async (): Promise<unknown> => {
        const head = encodeURIComponent(`${owner}:${branch}`);
        const { json } = await api.call('GET', `${root}/pulls?state=all&per_page=1&head=${head}`);
        return (json as readonly unknown[])[0];
      };
      const found = await findPull();
      if (found) return { outcome: 'already-there', where: addressOf(found, 'html_url') };

      const ref = await api.call('GET', `${root}/git/ref/heads/${encodePath(branch)}`, { expected: [404] });
      const hasBranch = ref.status !== 404;
      const from = hasBranch ? branch : base;
      const file = await api.call('GET', `${root}/contents/${encodePath(path)}?ref=${encodeURIComponent(from)}`, {
        expected: [404],
      });
      const current = file.status === 404 ? undefined : decodeFile(file.json);
      const applied = proposal.apply(current?.text);
      if (applied.kind !== 'changed' && !(applied.kind === 'unchanged' && hasBranch)) return { outcome: applied.kind };

      if (!hasBranch) {
        const { json } = await api.call('GET', `${root}/git/ref/heads/${encodePath(base)}`);
        const { sha } = (json as { object: { sha: string } }).object;
        await api.call('POST', `${root}/git/refs`, { body: { ref: `refs/heads/${branch}`, sha } });
      }
      if (applied.kind === 'changed') {
        await api.call('PUT', `${root}/contents/${encodePath(path)}`, {
          body: {
            message: proposal.commitMessage,
            content: encodeFile(applied.text),
            branch,
            author,
            committer: author,
            ...(current ? { sha: current.sha } : {}),
          },
        });
      }
      const opened = await api.call('POST', `${root}/pulls`, {
        body: { title: proposal.title, body: proposal.description, head: branch, base },
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
