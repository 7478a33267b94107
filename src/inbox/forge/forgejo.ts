import { ForgeError, type Delivery, type Forge } from './forge.ts';
import { addressOf, decodeFile, encodeFile, encodePath, openForgeApi } from './forge-api.ts';
import type { RepositoryOptions } from './github.ts';
import { planChanges } from './plan-changes.ts';

/** Forgejo and Gitea: branch and files come into being in one call, the pull request in a second. */
export function openForgejo({ url, project, base, token, timeout }: RepositoryOptions): Forge {
  const api = openForgeApi({ url: `${url}/api/v1`, timeout, headers: { authorization: `token ${token}` } });
  const root = `/repos/${encodePath(project)}`;

  return {
    async deliver(proposal): Promise<Delivery> {
      const { branch, author, files } = proposal;
      const findPull = async (): Promise<unknown> => {
        const answer = await api.call('GET', `${root}/pulls/${encodeURIComponent(base)}/${encodePath(branch)}`, {
          expected: [404],
        });
        return answer.status === 404 ? undefined : answer.json;
      };
      const found = await findPull();
      if (found) return { outcome: 'already-there', where: addressOf(found, 'html_url') };

      const known = await api.call('GET', `${root}/branches/${encodePath(branch)}`, { expected: [404] });
      const current = new Map<string, string | undefined>();
      const hashes = new Map<string, string>();
      for (const { path } of files) {
        const file = await api.call('GET', `${root}/contents/${encodePath(path)}?ref=${encodeURIComponent(base)}`, {
          expected: [404],
        });
        const read = file.status === 404 ? undefined : decodeFile(file.json);
        current.set(path, read?.text);
        if (read) hashes.set(path, read.sha);
      }
      // Forgejo answers 404 to a token that may not see the project, too: then no file is missing.
      if (hashes.size < files.length) await api.call('GET', `${root}/branches/${encodePath(base)}`);
      const plan = planChanges(proposal, current);
      if (known.status === 404) {
        if ('outcome' in plan) return plan;
        if (plan.files.length === 0) return { outcome: 'unchanged' };
        await api.call('POST', `${root}/contents`, {
          body: {
            message: proposal.commitMessage,
            files: plan.files.map(({ path, text, isNew }) => ({
              operation: isNew ? 'create' : 'update',
              path,
              content: encodeFile(text),
              ...(isNew ? {} : { sha: hashes.get(path) }),
            })),
            branch: base,
            new_branch: branch,
            author,
            committer: author,
          },
        });
      }
      const opened = await api.call('POST', `${root}/pulls`, {
        body: {
          title: proposal.title,
          body: 'outcome' in plan ? proposal.describe(current) : plan.description,
          head: branch,
          base,
        },
        expected: [409],
      });
      if (opened.status !== 409) return { outcome: 'opened', where: addressOf(opened.json, 'html_url') };
      const other = await findPull();
      if (other) return { outcome: 'already-there', where: addressOf(other, 'html_url') };
      throw new ForgeError(`POST ${root}/pulls: 409`, false);
    },
  };
}
