import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, Position } from '../model/diagnostic.ts';
import { positionOf } from '../content/text-position.ts';
import { themeContrast, type ContrastProblem } from './theme-contrast.ts';

const file = 'theme/theme.css';

/** What is wrong with a town's own style sheet, each a warning with its words; `source` is its text, for printing them. */
export function checkTheme(contentDir: string): { readonly problems: readonly Diagnostic[]; readonly source: string } {
  const path = join(contentDir, file);
  if (!existsSync(path)) return { problems: [], source: '' };
  const source = readFileSync(path, 'utf8');
  const tokens = readFileSync(join(import.meta.dirname, '../views/styles/tokens.css'), 'utf8');
  return { problems: [...themeContrast(tokens, source).map(tooAlike), ...fromOutside()], source };

  /** Where one of the two tokens is set; the last place counts in the dark, the first in the light. */
  function placeOf({ scheme, text, on }: ContrastProblem): Position {
    const set = [...source.matchAll(new RegExp(`--(?:${text}|${on})\\s*:[^;}]*`, 'g'))];
    const found = scheme === 'dark' ? set.at(-1) : set[0];
    return found ? positionOf(source, found.index, found.index + found[0].length) : { line: 1, column: 1, length: 1 };
  }

  function tooAlike(problem: ContrastProblem): Diagnostic {
    const { scheme, text, on, ratio, least } = problem;
    const [inGerman, inEnglish] = scheme === 'dark' ? ['dunkle', 'dark'] : ['helle', 'light'];
    const [short, german] = [ratio?.toFixed(1), ratio?.toFixed(1).replace('.', ',')];
    const needed = String(least).replace('.', ',');
    return warning('theme-contrast', placeOf(problem), {
      de: {
        message:
          ratio === undefined
            ? `Ob man --${text} auf --${on} lesen kann (${inGerman} Ansicht), lässt sich nicht prüfen.`
            : `--${text} auf --${on} ist schlecht zu lesen (${inGerman} Ansicht): Kontrast ${german}, nötig ${needed}.`,
        fix:
          ratio === undefined
            ? 'Schreiben Sie Farben als #rrggbb.'
            : 'Probieren Sie Farben unter /gestaltung/ aus (npm start), oder nehmen Sie die des Projekts.',
      },
      en: {
        message:
          ratio === undefined
            ? `Whether --${text} on --${on} can be read (${inEnglish} scheme) cannot be judged.`
            : `--${text} on --${on} is hard to read (${inEnglish} scheme): contrast ${short}, needed ${least}.`,
        fix:
          ratio === undefined
            ? 'Write colours as #rrggbb.'
            : 'Try colours at /gestaltung/ (npm start), or take those of the project.',
      },
    });
  }

  /** Pages load nothing from elsewhere: a browser would only refuse it. */
  function fromOutside(): Diagnostic[] {
    return [...source.matchAll(/@import[^;]*|url\(\s*['"]?(?:[a-z]+:)?\/\/[^)]*\)/gi)].map((found) =>
      warning('theme-outside', positionOf(source, found.index, found.index + found[0].length), {
        de: {
          message: 'Diese Zeile lädt etwas von anderswo. Der Browser wird es verweigern.',
          fix: 'Legen Sie Bilder in media/ ab und schreiben Sie alle Regeln in diese eine Datei.',
        },
        en: {
          message: 'This line loads something from elsewhere. The browser will refuse it.',
          fix: 'Put pictures into media/ and write all rules into this one file.',
        },
      }),
    );
  }
}

const warning = (code: string, at: Position, words: NonNullable<Diagnostic['words']>): Diagnostic => ({
  code,
  severity: 'warning',
  file,
  at,
  args: {},
  words,
});
