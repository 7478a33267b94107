import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');

test('every promise in docs/en/safety.md names a test that there is', () => {
  const text = readFileSync(join(root, 'docs/en/safety.md'), 'utf8');
  const proofs = Array.from(text.matchAll(/`(test\/[\w./-]+\.ts)`:((?:\s|;|“[^”]+”)+)/g), ([, file = '', names = '']) =>
    Array.from(names.matchAll(/“([^”]+)”/g), ([, name = '']) => [file, name] as const),
  ).flat();
  expect(proofs.length).toBeGreaterThan(25);
  const missing = proofs.filter(([file, name]) => {
    const path = join(root, file);
    return !existsSync(path) || !readFileSync(path, 'utf8').includes(name);
  });
  expect(missing).toEqual([]);
});
