import { createHash } from 'node:crypto';
import type { DescribedProblem } from './describe-problem.ts';

/** GitLab's Code Quality report. A fingerprint stays the same when lines are added above. */
export function printGitlab(problems: readonly DescribedProblem[], prefix: string): string {
  const seen = new Map<string, number>();
  const report = problems.map(({ file, position, severity, code, message, fix }) => {
    const key = JSON.stringify([prefix + file, code, message]);
    const repetition = seen.get(key) ?? 0;
    seen.set(key, repetition + 1);
    return {
      description: `${message} ${fix}`,
      check_name: code,
      fingerprint: createHash('sha256').update(`${key}${repetition}`).digest('hex'),
      severity: severity === 'error' ? 'major' : 'minor',
      location: { path: prefix + file, lines: { begin: position.line } },
    };
  });
  return `${JSON.stringify(report, null, 2)}\n`;
}
