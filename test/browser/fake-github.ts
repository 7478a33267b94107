import { createHash } from 'node:crypto';

interface Pull {
  readonly title: string;
  readonly head: string;
  readonly base: string;
  readonly draft: boolean;
  readonly labels: string[];
}

interface Reply {
  readonly status: number;
  readonly json?: unknown;
}

/** As much of GitHub as the CMS asks for; what it holds is in memory. */
export interface FakeGithub {
  /** Branch → path → text. */
  readonly branches: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly pulls: readonly Pull[];
  /** What nobody has taught it to answer. */
  readonly unknown: string[];
  answer(method: string, path: string, body: string | null): Reply;
}

interface Input {
  readonly name: string;
  readonly oid: string;
  readonly branch: { readonly branchName: string };
  readonly fileChanges: { readonly additions?: readonly { readonly path: string; readonly contents: string }[] };
}

const hash = (text: string): string => createHash('sha1').update(text).digest('hex');
const blob = (text: string): string => hash(`blob ${Buffer.byteLength(text)}\0${text}`);

/** A repository `kreis/angebote` with these files on its branch `main`. */
export function fakeGithub(origin: string, files: ReadonlyMap<string, string>): FakeGithub {
  const branches = new Map([['main', new Map(files)]]);
  const heads = new Map([['main', hash('main')]]);
  const pulls: Pull[] = [];
  const unknown: string[] = [];
  const author = { name: 'Redaktion', email: 'redaktion@example.org', user: null };
  const data = (repository: unknown): Reply => ({ status: 200, json: { data: { repository } } });

  function query(text: string, { branch = '' }: { readonly branch?: string }): Reply | undefined {
    if (text.includes('pullRequests(')) return data({ pullRequests: { nodes: [] } });
    if (text.includes('defaultBranchRef')) return data({ defaultBranchRef: { name: 'main' } });
    const oid = heads.get(branch);
    if (text.includes('fork: repository'))
      return { status: 200, json: { data: { fork: { id: 'R_1' }, base: { ref: { target: { oid } } } } } };
    // Many files in one request: their texts, or when each was changed last.
    const found: Record<string, unknown> = {};
    const texts = new Map([...branches.values()].flatMap((all) => [...all.values()].map((one) => [blob(one), one])));
    for (const [, name, id] of text.matchAll(/(\w+_\d+): *object\(oid: "(\w+)"\)/g))
      found[name!] = { text: texts.get(id!), isTruncated: false };
    for (const [, name] of text.matchAll(/(\w+_\d+): *ref\(/g))
      found[name!] = { target: { history: { nodes: [{ author, committedDate: '2026-11-01T12:00:00Z' }] } } };
    if (Object.keys(found).length > 0) return data(found);
    if (text.includes('ref(qualifiedName: $branch)'))
      return data({ ref: oid && { target: { oid, history: { nodes: [{ oid, message: 'Stand' }] } } } });
    return undefined;
  }

  function mutate(text: string, input: Input): Reply | undefined {
    if (text.includes('createRef(')) {
      const name = input.name.replace('refs/heads/', '');
      const [from] = [...heads].find(([, head]) => head === input.oid) ?? [];
      branches.set(name, new Map(branches.get(from ?? '')));
      heads.set(name, input.oid);
      return { status: 200, json: { data: { createRef: { ref: { name } } } } };
    }
    if (text.includes('createCommitOnBranch(')) {
      const name = input.branch.branchName;
      const all = branches.get(name)!;
      for (const { path, contents } of input.fileChanges.additions ?? [])
        all.set(path, Buffer.from(contents, 'base64').toString('utf8'));
      const oid = hash(`${name}${all.size}`);
      heads.set(name, oid);
      const commit: Record<string, unknown> = { oid, committedDate: '2026-11-22T12:00:00Z' };
      for (const [, alias, path] of text.matchAll(/(file_\d+): file\(path: "([^"]+)"\)/g))
        commit[alias!] = { oid: blob(all.get(path!) ?? '') };
      return { status: 200, json: { data: { createCommitOnBranch: { commit } } } };
    }
    return undefined;
  }

  function rest(method: string, path: string, body: string | null): Reply | undefined {
    if (path === '/user') {
      const addresses = { avatar_url: `${origin}/favicon.ico`, html_url: `${origin}/mira` };
      return {
        status: 200,
        json: { id: 1, login: 'mira', name: 'Mira Beispiel', email: 'mira@example.org', ...addresses },
      };
    }
    const own = path.replace('/repos/kreis/angebote', '');
    if (own.startsWith('/collaborators/')) return { status: 204 };
    const [, commit] = /^\/git\/trees\/(\w+)/.exec(own) ?? [];
    const [branch] = [...heads].find(([, head]) => head === commit) ?? [];
    if (branch !== undefined) {
      const tree = [...branches.get(branch)!].map(([name, text]) => ({
        path: name,
        type: 'blob',
        mode: '100644',
        sha: blob(text),
        size: Buffer.byteLength(text),
      }));
      return { status: 200, json: { sha: commit, truncated: false, tree } };
    }
    if (method === 'POST' && own === '/pulls') {
      const pull = { ...(JSON.parse(body!) as Omit<Pull, 'labels'>), labels: [] };
      pulls.push(pull);
      const number = pulls.length;
      const times = { created_at: '2026-11-22T12:00:00Z', updated_at: '2026-11-22T12:00:00Z' };
      const head = { ref: pull.head, sha: heads.get(pull.head) };
      return {
        status: 201,
        json: { ...pull, ...times, number, node_id: `PR_${number}`, html_url: `${origin}/pull/${number}`, head },
      };
    }
    const [, number] = /^\/issues\/(\d+)\/labels$/.exec(own) ?? [];
    if (method === 'POST' && number !== undefined) {
      pulls[Number(number) - 1]!.labels.push(...(JSON.parse(body!) as { labels: string[] }).labels);
      return { status: 200, json: [] };
    }
    return undefined;
  }

  return {
    branches,
    pulls,
    unknown,
    answer(method, path, body) {
      let reply: Reply | undefined;
      if (path === '/api/graphql') {
        const { query: text, variables } = JSON.parse(body!) as { query: string; variables: { input: Input } };
        reply = /^\s*mutation/.test(text) ? mutate(text, variables.input) : query(text, variables as object);
      } else if (path.startsWith('/api/v3/')) reply = rest(method, path.slice('/api/v3'.length), body);
      if (!reply) unknown.push(`${method} ${path} ${(body ?? '').slice(0, 300)}`);
      return reply ?? { status: 404, json: { message: 'Not Found' } };
    },
  };
}
