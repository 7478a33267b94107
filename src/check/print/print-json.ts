import type { DescribedProblem } from './describe-problem.ts';

/** For other programs: one object a problem, lines and columns from 1. */
export function printJson(problems: readonly DescribedProblem[], prefix: string): string {
  const plain = problems.map(({ file, position, severity, code, message, fix }) => ({
    file: prefix + file,
    ...position,
    severity,
    code,
    message,
    fix,
  }));
  return `${JSON.stringify(plain, null, 2)}\n`;
}
