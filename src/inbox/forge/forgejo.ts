import { ForgeError, type Delivery, type Forge } from './forge.ts';
import { addressOf, decodeFile, encodeFile, encodePath, openForgeApi } from './forge-api.ts';
import type { RepositoryOptions } from './github.ts';

/** Forgejo and Gitea: branch and file come into being in one call, the pull request in a second. */
export function openForgejo({ url, project, base, token, timeout }: RepositoryOptions): Forge {
  const api = openForgeApi({ url: `${url}/api/v1`, timeout, headers: { authorization: `token ${token}` } });
  const root = `/repos/${encodePath(project)}`;

  return {
    async deliver(proposal): Promise<Delivery> {
      const { branch, path, author } = proposal;
      const findPull = async (): Promise<unknown> => {
        const answer = await api.call('GET', `${root}/pulls/${encodeURIComponent(base)}/${encodePath(branch)}`, {
          expected: [404],
        });
        return answer.status === 404 ? undefined : answer.json;
      };
      const found = await findPull();
      if (found) return { outcome: 'already-there', where: addressOf(found, 'html_url') };

      const known = await api.call('GET', `${root}/branches/${encodePath(branch)}`, { expected: [404] });
      const hasBranch = known.status !== 404;
      const from = encodeURIComponent(hasBranch ? branch : base);
      const file = await api.call('GET', `${root}/contents/${encodePath(path)}?ref=${from}`, { expected: [404] });
      // Forgejo answers 404 to a token that may not see the project, too: then the file is not missing.
      if (file.status === 404 && !hasBranch) await api.call('GET', `${root}/branches/${encodePath(base)}`);
      const current = file.status === 404 ? undefined : decodeFile(file.json);
      const applied = proposal.apply(current?.text);
      if (applied.kind !== 'changed' && !(applied.kind === 'unchanged' && hasBranch)) return { outcome: applied.kind };

      if (applied.kind === 'changed') {
        await api.call(current ? 'PUT' : 'POST', `${root}/contents/${encodePath(path)}`, {
          body: {
            message: proposal.commitMessage,
            content: encodeFile(applied.text),
            ...(hasBranch ? { branch } : { branch: base, new_branch: branch }),
            author,
            committer: author,
            ...(current ? { sha: current.sha } : {}),
          },
        });
      }
      const opened = await api.call('POST', `${root}/pulls`, {
        body: { title: proposal.title, body: proposal.description, head: branch, base },
        expected: [409],
      });
      if (opened.status !== 409) return { outcome: 'opened', where: addressOf(opened.json, 'html_url') };
      const other = await findPull();
      if (other) return { outcome: 'already-there', where: addressOf(other, 'html_url') };
      throw new ForgeError(`POST ${root}/pulls: 409`, false);
    },
  };
}
