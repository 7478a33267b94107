import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly steps: readonly Step[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly if?: string;
}

interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const read = (path: string): Workflow => parse(readFileSync(path, 'utf8')) as Workflow;

const paths = ['.github/workflows', '.forgejo/workflows'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => join(folder, name)),
);
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

const jobsOf = (workflow: Workflow): [string, Job][] => Object.entries(workflow.jobs);
const stepsOf = (workflow: Workflow): Step[] => jobsOf(workflow).flatMap(([, { steps }]) => steps);

/** All `npm run x` and `npm start` in a piece of shell. */
const npmScripts = (shell: string): string[] =>
  [...shell.matchAll(/npm (?:run (?:--\S+ )*([\w:-]+)|(start|test))/g)].map(([, run, short]) => run ?? short!);

/** The only words of a workflow that nobody outside can choose. */
const trusted =
  /^(matrix\.part|github\.(token|ref)|github\.event\.pull_request\.base\.sha|github\.event\.workflow_run\.id|vars\.\w+|runner\.temp|steps\.\w+\.outputs\.page_url)$/;

/** Action → commit and version that the first workflow names. */
const pins = new Map<string, string>();

describe.each(paths)('%s', (path) => {
  const workflow = read(path);
  const text = readFileSync(path, 'utf8');

  it('says what it may do, and may do little', () => {
    expect(workflow.permissions).toBeDefined();
    const granted = [workflow.permissions, ...jobsOf(workflow).map(([, { permissions }]) => permissions ?? {})];
    const writes = granted.flatMap((permissions) =>
      Object.entries(permissions).flatMap(([name, level]) => (level === 'write' ? [name] : [])),
    );
    const allowed: Readonly<Record<string, readonly string[]>> = {
      '.github/workflows/comment.yml': ['pull-requests'],
      '.github/workflows/pages.yml': ['pages', 'id-token'],
      '.forgejo/workflows/pages.yml': ['contents'],
      '.github/workflows/release.yml': ['attestations', 'contents', 'id-token'],
    };
    expect(writes.sort()).toEqual([...(allowed[path] ?? [])].sort());
    expect(Object.values(workflow.permissions)).not.toContain('write');
  });

  it('puts no text of strangers into a shell line, and into the environment only what is safe there', () => {
    for (const { run } of stepsOf(workflow)) expect(run ?? '').not.toContain('${{');
    for (const [, expression = ''] of text.matchAll(/\$\{\{\s*(.*?)\s*\}\}/g)) expect(expression).toMatch(trusted);
  });

  it('never runs with the rights of the repository on what a pull request brings', () => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    expect(Object.keys(workflow.on)).not.toContain('issue_comment');
    expect(text).not.toMatch(/secrets\./);
    for (const { uses, with: options } of stepsOf(workflow)) {
      if (!/\/checkout@/.test(uses ?? '')) continue;
      expect(options?.['persist-credentials']).toBe(false);
      expect(options).not.toHaveProperty('ref');
      expect(options).not.toHaveProperty('repository');
    }
  });

  it('uses only the actions that it needs: by commit where they come from GitHub, by version from the forge itself', () => {
    const known =
      /^(actions\/(checkout|setup-node|upload-artifact|download-artifact|deploy-pages|attest-build-provenance|attest-sbom)@[0-9a-f]{40}|https:\/\/code\.forgejo\.org\/(actions\/checkout|forgejo\/(upload|download)-artifact)@v4)$/;
    for (const { uses } of stepsOf(workflow)) if (uses !== undefined) expect(uses).toMatch(known);
    // The commit says nothing to a reader: the version stands beside it, and the same one everywhere.
    for (const [, action, commit, version] of text.matchAll(/uses: (actions\/\S+)@(\S+)(?: # (v\d+\.\d+\.\d+))?$/gm)) {
      expect(version, action).toBeDefined();
      pins.set(action!, pins.get(action!) ?? `${commit} ${version}`);
      expect(`${commit} ${version}`).toBe(pins.get(action!));
    }
  });

  it('is shell that a shell can read', () => {
    for (const { run } of stepsOf(workflow)) {
      if (run === undefined) continue;
      const { status, stderr } = spawnSync('bash', ['-n'], { input: run, encoding: 'utf8' });
      expect({ status, stderr }, run).toEqual({ status: 0, stderr: '' });
    }
  });

  it('calls only commands that exist, and ends by itself', () => {
    for (const { run } of stepsOf(workflow))
      for (const name of npmScripts(run ?? '')) expect(Object.keys(scripts)).toContain(name);
    for (const { run } of stepsOf(workflow))
      for (const [, file] of (run ?? '').matchAll(/node (\.\S+)/g)) expect(existsSync(file!)).toBe(true);
    if (path.startsWith('.github/'))
      for (const [, job] of jobsOf(workflow)) expect(job['timeout-minutes']).toBeGreaterThan(0);
  });
});

it('the comment is written after the check of that name, with nothing of the pull request but its summary', () => {
  const check = read('.github/workflows/check.yml');
  const comment = read('.github/workflows/comment.yml');
  expect(comment.on['workflow_run']).toEqual({ workflows: [check.name], types: ['completed'] });
  expect(comment.permissions).toEqual({});
  const runs = stepsOf(comment).map(({ run }) => run ?? '');
  expect(runs.join('\n')).not.toMatch(/npm|npx|git /);
  const kept = stepsOf(check).find((step) => step.with?.['name'] === 'summary');
  expect(kept?.with?.['path']).toBe('summary.md');
});

it('a release is built where nothing may be written, and written where nothing of the project is run', () => {
  const release = read('.github/workflows/release.yml');
  const runsOf = (job: string): string => (release.jobs[job]?.steps ?? []).map(({ run }) => run ?? '').join('\n');
  for (const job of ['test', 'build']) expect(release.jobs[job]?.permissions).toBeUndefined();
  expect(runsOf('build')).toContain('npm sbom --sbom-format cyclonedx');
  expect(runsOf('publish')).not.toMatch(/npm|npx|node |git /);
  expect(stepsOf(release).filter(({ uses }) => /attest/.test(uses ?? ''))).toHaveLength(2);
  // A town's fork has tags of its own; the first job decides for all.
  expect(release.jobs['test']?.if).toBe("vars.RELEASE == 'on'");
  expect(release.jobs['build']).toMatchObject({ needs: 'test' });
  expect(release.jobs['publish']).toMatchObject({ needs: 'build' });
});

it('a site in parts is built by as many machines as are said to join, and joined after all of them', () => {
  for (const path of ['.github/workflows/parts.yml', '.forgejo/workflows/parts.yml']) {
    const { part, join: joined } = read(path).jobs as Record<
      string,
      Job & { needs?: string; strategy?: { matrix: { part: number[] } } }
    >;
    const shell = (job: Job | undefined): string => (job?.steps ?? []).map(({ run }) => run ?? '').join('\n');
    const numbers = part!.strategy!.matrix.part;
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(shell(part)).toContain(`npm run build -- --part "$PART/${numbers.length}"`);
    expect(shell(part)).toContain(`"$PART-of-${numbers.length}"`);
    expect(joined!.needs).toBe('part');
    expect(shell(joined)).toContain('npm run build -- --join _parts/*');
  }
  const gitlab = parse(readFileSync('.gitlab-ci.yml', 'utf8')) as Record<
    string,
    { parallel?: number; script: string[]; needs?: unknown }
  >;
  expect(gitlab['part']!.parallel).toBeGreaterThan(1);
  expect(gitlab['part']!.script.join('\n')).toContain('--part "$CI_NODE_INDEX/$CI_NODE_TOTAL"');
  expect(gitlab['join']!.needs).toEqual([{ job: 'part', artifacts: true }]);
  expect(gitlab['join']!.script.join('\n')).toContain('npm run build -- --join _parts/*');
});

it('the check asks for the whole history: without it there is nothing to compare with', () => {
  for (const path of ['.github/workflows/check.yml', '.forgejo/workflows/check.yml']) {
    const { steps } = read(path).jobs['check']!;
    expect(steps.find(({ uses }) => /checkout@/.test(uses ?? ''))?.with?.['fetch-depth']).toBe(0);
    expect(steps.some(({ run }) => /npm run --silent check -- --changed "\$BASE"/.test(run ?? ''))).toBe(true);
  }
});

it('a preview of a stranger’s change never runs the town’s own code but as it was before', () => {
  for (const path of ['.github/workflows/check.yml', '.forgejo/workflows/check.yml']) {
    const { steps } = read(path).jobs['preview']!;
    const build = steps.find(({ run }) => run === 'npm run build');
    expect(build?.env?.['TRUSTED_REF']).toBe('${{ github.event.pull_request.base.sha }}');
    expect(steps.find(({ uses }) => /checkout@/.test(uses ?? ''))?.with?.['fetch-depth']).toBe(0);
  }
  const gitlab = parse(readFileSync('.gitlab-ci.yml', 'utf8')) as Record<string, { variables: object }>;
  expect(gitlab['preview']!.variables).toMatchObject({
    TRUSTED_REF: '$CI_MERGE_REQUEST_DIFF_BASE_SHA',
    GIT_DEPTH: '0',
  });
});

describe('.gitlab-ci.yml', () => {
  const pipeline = parse(readFileSync('.gitlab-ci.yml', 'utf8')) as Record<
    string,
    {
      script?: string[];
      rules?: { if: string }[];
      variables?: Record<string, string>;
      artifacts?: Record<string, unknown>;
    }
  >;

  it('calls only commands that exist', () => {
    const shell = Object.values(pipeline).flatMap(({ script }) => script ?? []);
    const called = npmScripts(shell.join('\n'));
    expect(called).toContain('check');
    for (const name of called) expect(Object.keys(scripts)).toContain(name);
  });

  it('quotes every variable in shell', () => {
    for (const line of Object.values(pipeline).flatMap(({ script }) => script ?? []))
      expect(line.replace(/"[^"]*"/g, '')).not.toMatch(/\$[A-Z]/);
  });

  it('uses the token in one job, not for forks, and runs nothing of the repository there', () => {
    const users = Object.entries(pipeline).filter(([, job]) => JSON.stringify(job).includes('GITLAB_NOTE_TOKEN'));
    expect(users.map(([name]) => name)).toEqual(['note']);
    const { rules, variables, script } = pipeline['note']!;
    expect(rules).toHaveLength(1);
    expect(rules![0]!.if).toContain('$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID');
    expect(variables?.['GIT_STRATEGY']).toBe('none');
    expect(script!.join('\n')).not.toMatch(/npm|node/);
  });

  it('reports to the merge request, and publishes what it builds', () => {
    expect(pipeline['check']!.artifacts).toMatchObject({
      when: 'always',
      reports: { codequality: 'gl-code-quality-report.json' },
    });
    expect(pipeline['check']!.variables?.['GIT_DEPTH']).toBe('0');
    expect(pipeline['pages']!.variables?.['OUTPUT_DIR']).toBe('public');
    expect(pipeline['pages']!.artifacts).toMatchObject({ paths: ['public'] });
  });
});

describe('issue forms', () => {
  const folder = '.github/ISSUE_TEMPLATE';
  const forms = readdirSync(folder).filter((name) => name !== 'config.yml');

  it('are there for an offer, a correction and a need', () => {
    expect(forms.sort()).toEqual(['angebot.yml', 'korrektur.yml', 'was-fehlt.yml']);
  });

  it.each(forms)('%s is a form that GitHub accepts, in German and English', (name) => {
    const form = parse(readFileSync(join(folder, name), 'utf8')) as {
      name: string;
      description: string;
      body: { type: string; id?: string; attributes: { label?: string; options?: string[] } }[];
    };
    expect(form.name).toContain(' · ');
    expect(form.description).toContain(' · ');
    const questions = form.body.filter(({ type }) => type !== 'markdown');
    const ids = questions.map(({ id }) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { type, id, attributes } of questions) {
      expect(id).toMatch(/^[a-z][a-z-]*$/);
      expect(['input', 'textarea', 'dropdown']).toContain(type);
      expect(attributes.label).toContain(' · ');
      if (type === 'dropdown') expect(attributes.options!.length).toBeGreaterThan(1);
    }
    expect(readFileSync(join(folder, name), 'utf8')).toMatch(/public/);
  });

  it('the one for an offer asks for every field that the schema requires', () => {
    const { required } = JSON.parse(readFileSync('schemas/offer.schema.json', 'utf8')) as { required: string[] };
    const text = readFileSync(join(folder, 'angebot.yml'), 'utf8');
    for (const key of required.filter((some) => !['status', 'reviewed', 'review_every'].includes(some)))
      expect(text).toContain(`id: ${key.replaceAll('_', '-')}\n`);
  });
});

it('owners are named for the content, the engine and the workflows', () => {
  const lines = readFileSync('.github/CODEOWNERS', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const folders = lines.map((line) => line.split(/\s+/)[0]);
  expect(folders).toEqual(expect.arrayContaining(['*', '/content/', '/schemas/', '/.github/']));
  // Code among the content is asked of those who can read it, after the line for all content.
  for (const path of ['/content/extensions.ts', '/content/extensions/']) {
    expect(folders.indexOf(path)).toBeGreaterThan(folders.indexOf('/content/'));
    expect(lines[folders.indexOf(path)]).toMatch(/ it@example\.org$/);
  }
  for (const line of lines) expect(line).toMatch(/^\S+( +[a-z]+@example\.org)+$/);
});
