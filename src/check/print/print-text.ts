import { frameTexts, type DescribedProblem, type MessageLanguage } from './describe-problem.ts';
import { frameOf } from './frame.ts';

export interface TextOptions {
  readonly lang: MessageLanguage;
  readonly colour: boolean;
  /** Put before every file name, such as `content/`. */
  readonly prefix: string;
}

const styles = { error: '31;1', warning: '33;1', dim: '2', bold: '1' } as const;

/** For people: place and message, the line with the place underlined, and how to put it right. */
export function printText(problems: readonly DescribedProblem[], { lang, colour, prefix }: TextOptions): string {
  const texts = frameTexts(lang);
  const style = (name: keyof typeof styles, text: string): string =>
    colour ? `\u001b[${styles[name]}m${text}\u001b[0m` : text;

  function printProblem({ file, position, severity, code, message, fix, source }: DescribedProblem): string {
    const place = `${prefix}${file}:${position.line}:${position.column}`;
    const lines = [`${style('bold', place)}  ${style(severity, texts[severity])}  ${style('dim', code)}  ${message}`];
    if (source !== undefined && source !== '') {
      const { line, underline, marked } = frameOf(source, position);
      const number = String(position.line);
      const gutter = ' '.repeat(number.length);
      lines.push('', `  ${style('dim', `${number} |`)} ${line}`);
      lines.push(`  ${style('dim', `${gutter} |`)} ${style(severity, underline ?? `↑ ${texts.here}: ${marked}`)}`);
    }
    const [first = '', ...more] = fix.split('\n');
    lines.push('', `  ${texts.fix}: ${first}`, ...more.map((line) => `      ${line}`), '');
    return lines.join('\n');
  }

  const count = (severity: string): number => problems.filter((problem) => problem.severity === severity).length;
  const files = new Set(problems.map(({ file }) => file)).size;
  const summary = texts.summary({ files, errors: count('error'), warnings: count('warning') });
  return [...problems.map(printProblem), summary, ''].join('\n');
}
