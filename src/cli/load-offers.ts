import { loadCatalogue } from '../catalogue.ts';
import { describeProblems } from '../check/print/describe-problem.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Settings } from '../settings.ts';
import type { Terminal } from './check.ts';
import type { CommandLanguage } from './command.ts';

const texts = {
  de: (count: number) => `${count} Fehler in den Inhalten. Erst müssen sie weg: npm run check\n`,
  en: (count: number) => `${count} error(s) in the content. They must go first: npm run check\n`,
};

/** The catalogue, or undefined after saying that its content has errors. */
export async function loadOffers(
  { contentDir, today }: Settings,
  lang: CommandLanguage,
  terminal: Terminal,
): Promise<Catalogue | undefined> {
  const { value, problems, sources } = await loadCatalogue({ contentDir, today });
  if (value) return value;
  const errors = problems.filter(({ severity }) => severity === 'error');
  for (const { file, position, message } of describeProblems(errors.slice(0, 5), sources, lang)) {
    terminal.err(`${file}:${position.line}: ${message}\n`);
  }
  terminal.err(texts[lang](errors.length));
  return undefined;
}
