import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hostingStep, hostingWays } from '../../../src/cli/init/hosting.ts';

const folder = join(import.meta.dirname, '../../../docs/hosting');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** What every server must say, however it is written there. */
const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "frame-ancestors 'self'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'geolocation=(self), camera=(), microphone=(), payment=(), usb=(), interest-cohort=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=31536000',
  'Cache-Control': 'public, max-age=31536000, immutable',
};

test.each(['nginx.conf', 'apache.htaccess', 'Caddyfile', '_headers'])(
  '%s sends the same headers as the others',
  (name) => {
    const text = read(name);
    for (const [header, value] of Object.entries(headers)) {
      const line = text.split('\n').find((one) => one.includes(header) && one.includes(value));
      const variable =
        name === 'nginx.conf' &&
        (header === 'Cache-Control'
          ? text.includes(`set $cache "${value}"`)
          : header === 'Content-Security-Policy' && text.includes(`set $frames "'self'"`));
      expect(line !== undefined || variable, header).toBe(true);
    }
    expect(text).toContain('Access-Control-Allow-Origin');
  },
);

test.each(['nginx.conf', 'apache.htaccess', 'Caddyfile', '_headers'])(
  '%s lets other websites read the lists for them, and frame that page alone',
  (name) => {
    const text = read(name);
    const lines = text.split('\n');
    expect(lines.filter((line) => line.includes('einbetten')).length).toBeGreaterThanOrEqual(2);
    const open = lines.findIndex((line) => /frame-ancestors \*|set \$frames "\*"/.test(line));
    expect(lines.slice(open - 3, open).join('\n')).toContain('/einbetten/liste/');
    expect(text.match(/frame-ancestors \*|set \$frames "\*"/g)).toHaveLength(1);
  },
);

test('nginx repeats the headers where it sets others: it inherits none', () => {
  for (const [, data = ''] of read('nginx.conf').matchAll(/location (?:~ \^)?\/(?:data|einbetten)\/ \{([^}]*)\}/g)) {
    for (const header of ['X-Content-Type-Options', 'Referrer-Policy']) expect(data).toContain(header);
    expect(data).toContain('Access-Control-Allow-Origin');
  }
});

test('a container runs without rights of an administrator, and webspace gets new files before old ones go', () => {
  expect(read('Dockerfile')).toContain('nginx-unprivileged');
  const [first, second] = [...read('deploy.sh').matchAll(/^rsync .*$/gm)].map(([line]) => line);
  expect(first).not.toContain('--delete');
  expect(second).toContain('--delete-after');
  const mirrors = [...read('deploy-sftp.sh').matchAll(/^mirror .*$/gm)].map(([line]) => line);
  expect(mirrors.map((line) => [line.includes('--exclude-glob *.html'), line.includes('--delete')])).toEqual([
    [true, false],
    [false, false],
    [false, true],
  ]);
});

test.each(['deploy.sh', 'deploy-sftp.sh'])('%s is shell that a shell can read, and says what to do first', (name) => {
  expect(spawnSync('sh', ['-n', join(folder, name)]).status).toBe(0);
  expect(statSync(join(folder, name)).mode & 0o111).not.toBe(0);
});

test('every way that init offers is there, and so is what it points to', () => {
  expect(hostingWays).toEqual(['github-pages', 'gitlab-pages', 'forgejo-pages', 'webspace', 'server']);
  for (const way of hostingWays) {
    const step = hostingStep(way, 'en');
    for (const [file] of step.matchAll(/docs\/hosting\/[\w.-]+\w/g)) expect(existsSync(file), file).toBe(true);
    const deploy = /DEPLOY = (\S+?)[,;]/.exec(step)?.[1];
    if (deploy === undefined) continue;
    const pipelines = ['.github/workflows/pages.yml', '.gitlab-ci.yml', '.forgejo/workflows/pages.yml'];
    expect(pipelines.some((file) => readFileSync(file, 'utf8').includes(deploy))).toBe(true);
  }
  expect(hostingStep('', 'de')).toBe('');
});
