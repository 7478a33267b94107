import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allowedLicences, partsIn } from '../../../src/cli/generate/licence-list.ts';

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

interface Locked {
  readonly hasInstallScript?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly optional?: boolean;
}

const lock = readFileSync('package-lock.json', 'utf8');
const { packages } = JSON.parse(lock) as { packages: Record<string, Locked> };
const { dependencies, devDependencies, scripts, engines } = json('package.json') as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  scripts: Record<string, string>;
  engines: { node: string };
};

describe('the packages', () => {
  test('have a licence that the project takes', () => {
    const parts = partsIn(lock);
    expect(parts.length).toBeGreaterThan(100);
    const others = parts.filter(({ licence }) => !allowedLicences.includes(licence));
    expect(others.map(({ name, licence }) => `${name}: ${licence || 'none'}`)).toEqual([]);
  });

  test('are told apart by what they are for; one that both need counts for the site', () => {
    const of = (entry: object) => ({ version: '1.0.0', license: 'MIT', ...entry });
    const made = partsIn(
      JSON.stringify({
        packages: {
          '': { version: '9.0.0' },
          'node_modules/@a/tool': of({ dev: true }),
          'node_modules/both': of({}),
          'node_modules/@a/tool/node_modules/both': of({ dev: true }),
          'node_modules/silent': { version: '2.0.0' },
        },
      }),
    );
    expect(made).toEqual([
      { name: '@a/tool', version: '1.0.0', licence: 'MIT', dev: true },
      { name: 'both', version: '1.0.0', licence: 'MIT', dev: false },
      { name: 'silent', version: '2.0.0', licence: '', dev: false },
    ]);
  });

  test('run nothing while they are installed', () => {
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
    // What would like to, and works without: esbuild's script only makes its command start faster.
    const eager = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(eager.map(([path]) => path).filter((path) => path !== 'node_modules/fsevents')).toEqual([
      'node_modules/esbuild',
    ]);
  });

  test('are named exactly, with a sum each and no address', () => {
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+/);
    for (const [path, { resolved, integrity }] of Object.entries(packages)) {
      expect(resolved, path).toBeUndefined();
      if (path !== '') expect(integrity, path).toMatch(/^sha512-/);
    }
  });
});

test('renovate leaves towns alone, waits for a new version to be seen by others, and pins', () => {
  const renovate = json('renovate.json') as {
    forkProcessing: string;
    minimumReleaseAge: string;
    extends: string[];
    packageRules: {
      matchRepositories?: string[];
      matchPackageNames?: string[];
      allowedVersions?: string;
      enabled?: boolean;
    }[];
  };
  expect(renovate.forkProcessing).toBe('disabled');
  expect(renovate.minimumReleaseAge).toMatch(/^\d+ days$/);
  expect(renovate.extends).toContain('helpers:pinGitHubActionDigests');
  const [own] = renovate.packageRules;
  expect(own).toMatchObject({ matchRepositories: ['!angebotslotse/angebotslotse'], enabled: false });
  expect(readFileSync('docs/de/betrieb.md', 'utf8')).toContain('github.com/angebotslotse/angebotslotse.git');
  // A rule for a package that is gone would be forgotten.
  const known = { ...dependencies, ...devDependencies, node: engines.node };
  for (const { matchPackageNames = [] } of renovate.packageRules)
    for (const name of matchPackageNames) expect(Object.keys(known)).toContain(name);
  const eleventy = renovate.packageRules.find(({ matchPackageNames }) => matchPackageNames?.includes('@11ty/eleventy'));
  expect(eleventy?.allowedVersions).toBe(dependencies['@11ty/eleventy']);
});

test('the container for developers has the Node that the project asks for, and calls commands that exist', () => {
  const container = json('.devcontainer/devcontainer.json') as {
    image: string;
    postCreateCommand: string;
    postAttachCommand: string;
    forwardPorts: number[];
  };
  const [, major] = />=(\d+)\./.exec(engines.node) ?? [];
  expect(container.image).toMatch(new RegExp(`^mcr\\.microsoft\\.com/devcontainers/typescript-node:${major}-`));
  expect(container.postCreateCommand).toBe('npm ci');
  expect(scripts[container.postAttachCommand.replace('npm ', '')]).toBeDefined();
  expect(readFileSync('src/cli/serve.ts', 'utf8')).toContain(String(container.forwardPorts[0]));
});
