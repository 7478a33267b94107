/** `npm test`: everything that CI runs, in the order of what fails fastest. */
import { spawn, spawnSync } from 'node:child_process';
import { findChromium } from './browser/find-chromium.ts';

type Step = readonly [name: string, command: string, ...args: string[]];

const cache = ['--cache-location', '.cache/prettier', '--cache-strategy', 'content'];

/** Side by side: each of them leaves cores idle. */
const quick: readonly Step[] = [
  ['types', 'tsc', '--noEmit'],
  ['lint', 'oxlint', '--type-aware', '--deny-warnings'],
  // By their content: what was found in order before is not formatted again.
  ['format', 'prettier', '--check', '--log-level', 'warn', '--cache', ...cache, '.'],
];
/** One after the other: each of them uses all cores. */
const slow: readonly Step[] = [
  ['unit tests', 'vitest', 'run', '--project', 'unit'],
  ['site tests', 'vitest', 'run', '--project', 'site'],
  ['browser tests', 'vitest', 'run', '--project', 'browser'],
];

const chromium = findChromium();
const env = { ...process.env, CHROMIUM_PATH: chromium, TEST_RUN: `${process.pid}-${Date.now()}` };
const failed: string[] = [];

function report(name: string, passed: boolean, started: number): void {
  if (!passed) failed.push(name);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`── ${name}: ${passed ? 'passed' : 'FAILED'} in ${seconds} s`);
}

await Promise.all(
  quick.map(async ([name, command, ...args]) => {
    const started = performance.now();
    const child = spawn('npx', ['--no-install', command, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    const status = await new Promise((resolve) => child.on('close', resolve));
    console.log(`\n── ${name}\n${said.trimEnd()}`);
    report(name, status === 0, started);
  }),
);
for (const [name, command, ...args] of slow) {
  const started = performance.now();
  console.log(`\n── ${name}`);
  const { status } = spawnSync('npx', ['--no-install', command, ...args], { stdio: 'inherit', env });
  report(name, status === 0, started);
}
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}`);
  process.exit(1);
}
console.log('\nAll passed.');
