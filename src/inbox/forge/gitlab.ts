import { ForgeError, type Delivery, type Forge } from './forge.ts';
import { addressOf, decodeFile, openForgeApi } from './forge-api.ts';
import type { RepositoryOptions } from './github.ts';

/** GitLab (openCode): branch and file come into being in one call, the merge request in a second. */
export function openGitlab({ url, project, base, token, timeout }: RepositoryOptions): Forge {
  const api = openForgeApi({ url: `${url}/api/v4`, timeout, headers: { 'private-token': token } });
  const root = `/projects/${encodeURIComponent(project)}`;

  return {
    async deliver(proposal): Promise<Delivery> {
      const { branch, path, author } = proposal;
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
      const hasBranch = known.status !== 404;
      const from = encodeURIComponent(hasBranch ? branch : base);
      const file = await api.call('GET', `${root}/repository/files/${encodeURIComponent(path)}?ref=${from}`, {
        expected: [404],
      });
      const current = file.status === 404 ? undefined : decodeFile(file.json).text;
      const applied = proposal.apply(current);
      if (applied.kind !== 'changed' && !(applied.kind === 'unchanged' && hasBranch)) return { outcome: applied.kind };

      if (applied.kind === 'changed') {
        await api.call('POST', `${root}/repository/commits`, {
          body: {
            branch,
            ...(hasBranch ? {} : { start_branch: base }),
            commit_message: proposal.commitMessage,
            author_name: author.name,
            author_email: author.email,
            actions: [
              {
                action: current === undefined ? 'create' : 'update',
                file_path: path,
                content: applied.text,
                encoding: 'text',
              },
            ],
          },
        });
      }
      const opened = await api.call('POST', `${root}/merge_requests`, {
        body: {
          source_branch: branch,
          target_branch: base,
          title: proposal.title,
          description: proposal.description,
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
