import { readFileSync } from 'node:fs';

/**
 * Licences under which a part may come into the project: they ask for nothing that a town could not keep by passing the
 * texts on, and they go together with the EUPL. Another one is a decision, not an accident.
 */
export const allowedLicences: readonly string[] = [
  '(MIT AND Zlib)',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'PSF-2.0',
  'Python-2.0',
];

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

export interface Part {
  readonly name: string;
  readonly version: string;
  /** As the package says it; empty where it says nothing. */
  readonly licence: string;
  /** Only for working on the project: no town's site is built with it. */
  readonly dev: boolean;
}

/** Every package that the lock file names, once a version. */
export function partsIn(lock: string): Part[] {
  const { packages } = JSON.parse(lock) as { packages: Readonly<Record<string, LockedPackage>> };
  const parts = new Map<string, Part>();
  for (const [path, { version = '', license = '', dev = false, devOptional = false }] of Object.entries(packages)) {
    if (path === '') continue;
    const name = path.replace(/^.*node_modules\//, '');
    const key = `${name}@${version}`;
    const isDev = (dev || devOptional) && (parts.get(key)?.dev ?? true);
    parts.set(key, { name, version, licence: license, dev: isDev });
  }
  return [...parts.values()].sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1,
  );
}

/** The list of all parts with their licences. Versions are left out: they change more often than licences do. */
export function generateLicenceList(): string {
  const parts = partsIn(readFileSync('package-lock.json', 'utf8'));
  const table = (dev: boolean): string => {
    const byLicence = new Map<string, Set<string>>();
    for (const part of parts.filter((one) => one.dev === dev)) {
      const names = byLicence.get(part.licence) ?? new Set();
      byLicence.set(part.licence, names.add(part.name));
    }
    return [...byLicence]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([licence, names]) => `- **${licence}**: ${[...names].join(', ')}`)
      .join('\n');
  };
  return `# Licences of the parts

Made from \`package-lock.json\` by \`npm run generate\`. The project itself is under the [EUPL-1.2](../../LICENSE). Each package holds the text of its licence in \`node_modules/<name>/\`, each site those of what its scripts and fonts are made of in \`/licences.txt\`; each release names all versions in its SBOM (CycloneDX).

## What a site is built with

${table(false)}

## Only for working on the project

${table(true)}
`;
}
