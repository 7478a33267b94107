/** `npm test`: everything that CI runs, in the order of what fails fastest. */
import { spawnSync } from 'node:child_process';
import { findChromium } from './browser/find-chromium.ts';

const steps: ReadonlyArray<readonly [name: string, command: string, ...args: string[]]> = [
  ['types', 'tsc', '--noEmit'],
  ['lint', 'oxlint', '--type-aware', '--deny-warnings'],
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['unit tests', 'vitest', 'run', '--project', 'unit'],
  ['site tests', 'vitest', 'run', '--project', 'site'],
  ['browser tests', 'vitest', 'run', '--project', 'browser'],
];

const chromium = findChromium();
const run = `${process.pid}-${Date.now()}`;
const failed: string[] = [];
for (const [name, command, ...args] of steps) {
  const started = performance.now();
  console.log(`\n── ${name}`);
  const { status } = spawnSync('npx', ['--no-install', command, ...args], {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM_PATH: chromium, TEST_RUN: run },
  });
  if (status !== 0) failed.push(name);
  console.log(
    `── ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
}
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}`);
  process.exit(1);
}
console.log('\nAll passed.');
