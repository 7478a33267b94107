import type { Diagnostic } from '../../model/diagnostic.ts';
import { describeProblems, type MessageLanguage } from './describe-problem.ts';
import { printGithub } from './print-github.ts';
import { printGitlab } from './print-gitlab.ts';
import { printJson } from './print-json.ts';
import { printText } from './print-text.ts';

export const outputFormats = ['text', 'json', 'github', 'gitlab'] as const;
export type OutputFormat = (typeof outputFormats)[number];

export interface PrintOptions {
  readonly format: OutputFormat;
  readonly lang: MessageLanguage;
  readonly colour: boolean;
  /** Put before every file name, such as `content/`. */
  readonly prefix: string;
}

/** `sources`: the texts of the files that the problems are about. */
export function printProblems(
  problems: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  options: PrintOptions,
): string {
  const described = describeProblems(problems, sources, options.lang);
  switch (options.format) {
    case 'json':
      return printJson(described, options.prefix);
    case 'github':
      return printGithub(described, options.prefix);
    case 'gitlab':
      return printGitlab(described, options.prefix);
    case 'text':
      return printText(described, options);
  }
}
