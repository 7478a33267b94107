import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export type ForgeKind = 'github' | 'gitlab' | 'forgejo';

interface Pull {
  readonly head: string;
  readonly base: string;
  readonly title: string;
  readonly body: string;
}

interface Reply {
  readonly status: number;
  readonly json?: unknown;
}

/** What happens to the next request: answered with a status, cut off before or only after it took effect. */
export type Mishap = number | 'lost-before' | 'lost-after';

export interface FakeForge {
  readonly url: string;
  /** Branch → path → text. */
  readonly branches: Map<string, Map<string, string>>;
  readonly pulls: Pull[];
  readonly commits: { branch: string; message: string; author: string }[];
  /** `METHOD path` of every request. */
  readonly requests: string[];
  /** Asked before each request. */
  mishap: (request: string, number: number) => Mishap | undefined;
}

/** What the three kinds of request bodies hold; each handler reads only what its interface documents. */
interface Body {
  readonly title: string;
  readonly body: string;
  readonly description: string;
  readonly head: string;
  readonly base: string;
  readonly source_branch: string;
  readonly target_branch: string;
  readonly ref: string;
  readonly sha?: string;
  readonly branch: string;
  readonly new_branch?: string;
  readonly start_branch?: string;
  readonly content: string;
  readonly message: string;
  readonly commit_message: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly author_name: string;
  readonly author_email: string;
  readonly actions: readonly { readonly action: string; readonly file_path: string; readonly content: string }[];
  readonly files: readonly {
    readonly operation: string;
    readonly path: string;
    readonly content: string;
    readonly sha?: string;
  }[];
  readonly base_tree: string;
  readonly tree: string | readonly { readonly path: string; readonly mode: string; readonly content: string }[];
  readonly parents: readonly string[];
}

const token = 'secret-token';
const blobSha = (text: string): string =>
  createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0`)
    .update(text)
    .digest('hex');
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const plain = (text: string): string => Buffer.from(text, 'base64').toString('utf8');
function asFile(path: string, text: string): unknown {
  // Real forges break the lines.
  const content = base64(text).replace(/(.{60})/g, '$1\n');
  return { type: 'file', encoding: 'base64', path, content, sha: blobSha(text) };
}

const notFound: Reply = { status: 404, json: { message: 'Not Found' } };

async function bodyOf(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return (chunks.length === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString('utf8'))) as Body;
}

/** A forge on loopback that answers as the documentation of its interface says; what it holds is in memory. */
export async function startFakeForge(
  kind: ForgeKind,
  initial: Readonly<Record<string, string>> = {},
): Promise<FakeForge> {
  const main = new Map(Object.entries(initial));
  const forge = {
    url: '',
    branches: new Map([['main', main]]),
    pulls: [] as Pull[],
    commits: [] as FakeForge['commits'],
    requests: [] as string[],
    mishap: (() => undefined) as FakeForge['mishap'],
  };

  /** A branch with files on top of those of another. */
  const commit = (
    branch: string,
    files: ReadonlyMap<string, string>,
    { message, author }: { message: string; author: string },
  ): void => {
    forge.branches.set(branch, new Map(files));
    forge.commits.push({ branch, message, author });
  };
  /** GitHub: objects by hash. A commit of the start is called like its branch. */
  const trees = new Map<string, ReadonlyMap<string, string>>();
  const commits = new Map<string, { tree: string; message: string; author: string }>();
  const hashOf = (text: string): string => createHash('sha1').update(text).digest('hex');
  const headOf = (branch: string): string => {
    const files = forge.branches.get(branch)!;
    const tree = hashOf(JSON.stringify([...files]));
    trees.set(tree, files);
    const head = hashOf(`commit ${tree}`);
    commits.set(head, { tree, message: '', author: '' });
    return head;
  };
  const describePull = (index: number): unknown => {
    const pull = forge.pulls[index]!;
    const address = `https://forge.example.org/pulls/${index + 1}`;
    return kind === 'gitlab'
      ? { iid: index + 1, state: 'opened', source_branch: pull.head, web_url: address }
      : { number: index + 1, state: 'open', html_url: address };
  };
  const findPull = (head: string): number => forge.pulls.findIndex((pull) => pull.head === head);
  const open = (pull: Pull): Reply => {
    const exists = findPull(pull.head) !== -1;
    if (exists && kind === 'github')
      return {
        status: 422,
        json: { message: 'Validation Failed', errors: [{ message: 'A pull request already exists' }] },
      };
    if (exists) return { status: 409, json: { message: ['Another open merge request already exists'] } };
    if (!forge.branches.has(pull.head) || !forge.branches.has(pull.base))
      return { status: kind === 'github' ? 422 : 404, json: { message: 'no such branch' } };
    forge.pulls.push(pull);
    return { status: 201, json: describePull(forge.pulls.length - 1) };
  };

  function github(method: string, url: URL, body: Body): Reply {
    const path = decodeURIComponent(url.pathname).replace('/repos/kreis/angebote', '');
    const branch = path.replace('/git/ref/heads/', '');
    if (method === 'GET' && path === '/pulls') {
      const [owner, head] = url.searchParams.get('head')!.split(':');
      const index = owner === 'kreis' && url.searchParams.get('state') === 'all' ? findPull(head!) : -1;
      return { status: 200, json: index === -1 ? [] : [describePull(index)] };
    }
    if (method === 'POST' && path === '/pulls')
      return open({ head: body.head, base: body.base, title: body.title, body: body.body });
    if (method === 'GET' && path.startsWith('/git/ref/heads/'))
      return forge.branches.has(branch)
        ? { status: 200, json: { ref: `refs/heads/${branch}`, object: { type: 'commit', sha: headOf(branch) } } }
        : notFound;
    if (method === 'GET' && path.startsWith('/contents/')) {
      const known = commits.get(url.searchParams.get('ref')!);
      const file = path.replace('/contents/', '');
      const text = known && trees.get(known.tree)?.get(file);
      return text === undefined ? notFound : { status: 200, json: asFile(file, text) };
    }
    if (method === 'GET' && path.startsWith('/git/commits/')) {
      const sha = path.replace('/git/commits/', '');
      const known = commits.get(sha);
      return known ? { status: 200, json: { sha, tree: { sha: known.tree } } } : notFound;
    }
    if (method === 'POST' && path === '/git/trees') {
      const files = new Map(trees.get(body.base_tree));
      for (const { path: file, mode, content } of body.tree as Exclude<Body['tree'], string>) {
        if (mode !== '100644') return { status: 422, json: { message: 'tree.mode' } };
        files.set(file, content);
      }
      const sha = hashOf(JSON.stringify([...files]));
      trees.set(sha, files);
      return { status: 201, json: { sha } };
    }
    if (method === 'POST' && path === '/git/commits') {
      const { message, tree, parents, author } = body;
      if (!trees.has(tree as string) || !parents.every((parent) => commits.has(parent)))
        return { status: 422, json: { message: 'Tree SHA does not exist' } };
      const sha = hashOf(`${JSON.stringify(body)}${commits.size}`);
      commits.set(sha, { tree: tree as string, message, author: `${author.name} <${author.email}>` });
      return { status: 201, json: { sha } };
    }
    if (method === 'POST' && path === '/git/refs') {
      const name = body.ref.replace('refs/heads/', '');
      const known = commits.get(body.sha ?? '');
      if (forge.branches.has(name)) return { status: 422, json: { message: 'Reference already exists' } };
      if (!known) return { status: 422, json: { message: 'Object does not exist' } };
      commit(name, trees.get(known.tree)!, known);
      return { status: 201, json: {} };
    }
    return notFound;
  }

  function gitlab(method: string, url: URL, body: Body): Reply {
    const project = '/api/v4/projects/kreis%2Fangebote';
    if (!url.pathname.startsWith(project)) return notFound;
    const path = url.pathname.slice(project.length);
    if (path === '/merge_requests') {
      if (method === 'POST')
        return open({
          head: body.source_branch,
          base: body.target_branch,
          title: body.title,
          body: body.description,
        });
      const index = url.searchParams.get('state') === 'all' ? findPull(url.searchParams.get('source_branch')!) : -1;
      return { status: 200, json: index === -1 ? [] : [describePull(index)] };
    }
    const rest = /^\/repository\/(branches|files)\/([^/]+)$/.exec(path);
    if (method === 'GET' && rest?.[1] === 'branches')
      return forge.branches.has(decodeURIComponent(rest[2]!)) ? { status: 200, json: {} } : notFound;
    if (method === 'GET' && rest?.[1] === 'files') {
      const file = decodeURIComponent(rest[2]!);
      const text = forge.branches.get(url.searchParams.get('ref')!)?.get(file);
      return text === undefined
        ? notFound
        : { status: 200, json: { file_path: file, encoding: 'base64', content: base64(text), blob_id: blobSha(text) } };
    }
    if (method === 'POST' && path === '/repository/commits') {
      const { branch, start_branch: start } = body;
      if (start !== undefined && forge.branches.has(branch))
        return { status: 400, json: { message: `A branch called '${branch}' already exists.` } };
      const files = new Map(forge.branches.get(start ?? branch));
      for (const { action, file_path: file, content } of body.actions) {
        if (files.has(file) !== (action === 'update'))
          return { status: 400, json: { message: 'A file with this name already exists' } };
        files.set(file, content);
      }
      commit(branch, files, { message: body.commit_message, author: `${body.author_name} <${body.author_email}>` });
      return { status: 201, json: { id: 'abc' } };
    }
    return notFound;
  }

  function forgejo(method: string, url: URL, body: Body): Reply {
    const path = decodeURIComponent(url.pathname).replace('/api/v1/repos/kreis/angebote', '');
    if (method === 'POST' && path === '/pulls')
      return open({ head: body.head, base: body.base, title: body.title, body: body.body });
    if (method === 'GET' && path.startsWith('/pulls/main/')) {
      const index = findPull(path.replace('/pulls/main/', ''));
      return index === -1 ? notFound : { status: 200, json: describePull(index) };
    }
    if (method === 'GET' && path.startsWith('/branches/'))
      return forge.branches.has(path.replace('/branches/', '')) ? { status: 200, json: {} } : notFound;
    if (method === 'GET' && path.startsWith('/contents/')) {
      const file = path.replace('/contents/', '');
      const text = forge.branches.get(url.searchParams.get('ref')!)?.get(file);
      return text === undefined ? notFound : { status: 200, json: asFile(file, text) };
    }
    if (method === 'POST' && path === '/contents') {
      const { branch, new_branch: newBranch, author } = body;
      if (newBranch === undefined || forge.branches.has(newBranch))
        return { status: 422, json: { message: 'branch already exists' } };
      const files = new Map(forge.branches.get(branch));
      for (const { operation, path: file, content, sha } of body.files) {
        const present = files.get(file);
        if ((operation === 'update') !== (present !== undefined))
          return { status: 422, json: { message: 'repository file already exists' } };
        if (present !== undefined && sha !== blobSha(present))
          return { status: 422, json: { message: 'sha does not match' } };
        files.set(file, plain(content));
      }
      commit(newBranch, files, { message: body.message, author: `${author.name} <${author.email}>` });
      return { status: 201, json: {} };
    }
    return notFound;
  }

  const authorised = ({ headers }: IncomingMessage): boolean =>
    kind === 'gitlab'
      ? headers['private-token'] === token
      : headers.authorization === (kind === 'github' ? `Bearer ${token}` : `token ${token}`);

  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '', 'http://localhost');
      const name = `${request.method} ${url.pathname}`;
      forge.requests.push(name);
      const mishap = forge.mishap(name, forge.requests.length);
      const body = await bodyOf(request);
      if (mishap === 'lost-before') return request.socket.destroy();
      const answer =
        typeof mishap === 'number'
          ? { status: mishap, json: { message: 'Sorry' } }
          : authorised(request)
            ? { github, gitlab, forgejo }[kind](request.method ?? '', url, body)
            : { status: 401, json: { message: 'Unauthorized' } };
      if (mishap === 'lost-after') return request.socket.destroy();
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer.json));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  forge.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return forge;
}
