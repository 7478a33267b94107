import type { DescribedProblem } from './describe-problem.ts';

/** Text from a file must not end the command and begin another. */
const escapeData = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

/** Workflow commands that GitHub shows beside the lines of a pull request. */
export function printGithub(problems: readonly DescribedProblem[], prefix: string): string {
  return problems
    .map(({ file, position: { line, column, length }, severity, code, message, fix }) => {
      const properties = Object.entries({
        file: prefix + file,
        line,
        col: column,
        endColumn: column + length,
        title: code,
      })
        .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
        .join(',');
      return `::${severity} ${properties}::${escapeData(`${message}\n${fix}`)}\n`;
    })
    .join('');
}
