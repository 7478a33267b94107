import { ForgeError, type Delivery, type Forge } from './forge.ts';
import { addressOf, decodeFile, openForgeApi } from './forge-api.ts';
import type { RepositoryOptions } from './github.ts';
import { planChanges } from './plan-changes.ts';

/** GitLab (openCode): branch and files come into being in one call, the merge request in a second. */
export function openGitlab({ url, project, base, token, timeout }: RepositoryOptions): Forge {
  const api = openForgeApi({ url: `${url}/api/v4`, timeout, headers: { 'private-token': token } });
  const root = `/projects/${encodeURIComponent(project)}`;

  return {
    async deliver(proposal): Promise<Delivery> {
      const { branch, author, files } = proposal;
      const findRequest = async (): Promise<unknown> => {
        const query = `state=all&per_page=1&source_branch=${encodeURIComponent(branch)}`;
        const { json } = await api.call('GET', `${root}/merge_requests?${query}`);
        return (json as readonly unknown[])[0];
      };
      const found = await findRequest();
      if (found) return { outcome: 'already-there', where: addressOf(found, 'web_url') };

      const known = await api.call('GET', `${root}/repository/branches/${encodeURIComponent(branch)}`, {
        expected: [404],
      });
      const current = new Map<string, string | undefined>();
      for (const { path } of files) {
        const file = await api.call(
          'GET',
          `${root}/repository/files/${encodeURIComponent(path)}?ref=${encodeURIComponent(base)}`,
          { expected: [404] },
        );
        current.set(path, file.status === 404 ? undefined : decodeFile(file.json).text);
      }
      const plan = planChanges(proposal, current);
      if (known.status === 404) {
        if ('outcome' in plan) return plan;
        if (plan.files.length === 0) return { outcome: 'unchanged' };
        await api.call('POST', `${root}/repository/commits`, {
          body: {
            branch,
            start_branch: base,
            commit_message: proposal.commitMessage,
            author_name: author.name,
            author_email: author.email,
            actions: plan.files.map(({ path, text, isNew }) => ({
              action: isNew ? 'create' : 'update',
              file_path: path,
              content: text,
              encoding: 'text',
            })),
          },
        });
      }
      const opened = await api.call('POST', `${root}/merge_requests`, {
        body: {
          source_branch: branch,
          target_branch: base,
          title: proposal.title,
          description: 'outcome' in plan ? proposal.describe(current) : plan.description,
          remove_source_branch: true,
        },
        expected: [409],
      });
      if (opened.status !== 409) return { outcome: 'opened', where: addressOf(opened.json, 'web_url') };
      const other = await findRequest();
      if (other) return { outcome: 'already-there', where: addressOf(other, 'web_url') };
      throw new ForgeError(`POST ${root}/merge_requests: 409`, false);
    },
  };
}
