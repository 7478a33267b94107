import type { Diagnostic } from '../model/diagnostic.ts';

/** The file that a town's own code is loaded from, below the content folder. */
export const extensionFile = 'extensions.ts';

/** What can be wrong with the extension itself; `hook` names the part: `checks[0] (no-level)`, `slots.offer`. */
export type ExtensionProblem =
  | { readonly kind: 'not-loaded'; readonly reason: string }
  | { readonly kind: 'link' }
  | { readonly kind: 'shape'; readonly hook: string; readonly expected: ShapeRule }
  | { readonly kind: 'failed'; readonly hook: string; readonly reason: string }
  | { readonly kind: 'endless'; readonly hook: string; readonly seconds: number }
  | { readonly kind: 'slow'; readonly hook: string; readonly seconds: number }
  | { readonly kind: 'unreviewed'; readonly ref: string };

export type ShapeRule = keyof typeof shapes;

/** What is expected of a part, in both languages. */
const shapes = {
  default: [
    'Die Datei muss ein Objekt als `default` ausgeben: export default defineExtension({ … })',
    'The file must give an object as its `default`: export default defineExtension({ … })',
  ],
  part: [
    'Diesen Teil gibt es nicht. Möglich sind checks, exports und slots.',
    'There is no such part. Possible are checks, exports and slots.',
  ],
  list: ['Hier gehört eine Liste hin.', 'A list belongs here.'],
  function: ['Hier gehört eine Funktion hin.', 'A function belongs here.'],
  slot: [
    'Diese Stelle gibt es nicht. Möglich sind offer, start und footer.',
    'There is no such place. Possible are offer, start and footer.',
  ],
  code: [
    '`code` besteht aus kleinen Buchstaben, Ziffern und Bindestrichen und kommt nur einmal vor.',
    '`code` has small letters, digits and hyphens, and is used only once.',
  ],
  severity: ['`severity` ist warning oder error.', '`severity` is warning or error.'],
  words: [
    '`message` und `fix` brauchen einen Text in de und in en.',
    '`message` and `fix` need a text in de and in en.',
  ],
  path: [
    '`path` ist ein Dateiname in kleinen Buchstaben mit Endung, nur einmal benutzt und nichts, was ein Browser ausführt (html, svg, js …).',
    '`path` is a file name in small letters with an ending, used only once, and nothing that a browser runs (html, svg, js …).',
  ],
  text: [
    '`text` sagt je Sprache, wer die Datei braucht: { de: "…" }',
    '`text` says by language who needs the file: { de: "…" }',
  ],
  problem: [
    'Die Prüfung muss Probleme der Form { file, at?, values? } liefern; `file` ist eine Datei der Inhalte.',
    'The check must give problems of the form { file, at?, values? }; `file` is a file of the content.',
  ],
  bytes: ['Der Export muss einen Text oder Bytes liefern.', 'The export must give a text or bytes.'],
} as const satisfies Readonly<Record<string, readonly [de: string, en: string]>>;

interface Words {
  readonly message: string;
  readonly fix: string;
}

const look = {
  de: 'Die Datei ist eigener Code dieser Kommune (docs/en/extending.md). Ohne sie geht alles andere weiter.',
  en: 'The file is this town’s own code (docs/en/extending.md). Without it everything else goes on.',
};

function wordsOf(problem: ExtensionProblem, lang: 'de' | 'en'): Words {
  const german = lang === 'de';
  const fix = look[lang];
  switch (problem.kind) {
    case 'not-loaded':
      return {
        message: german
          ? `Die Erweiterung lässt sich nicht laden: ${problem.reason}`
          : `The extension cannot be loaded: ${problem.reason}`,
        fix,
      };
    case 'link':
      return {
        message: german
          ? 'Die Erweiterung ist ein Verweis auf eine andere Datei. So wird sie nicht geladen.'
          : 'The extension is a link to another file. Like this it is not loaded.',
        fix: german ? 'Legen Sie die Datei selbst hier ab.' : 'Put the file itself here.',
      };
    case 'shape':
      return {
        message: german
          ? `Die Erweiterung stimmt bei \`${problem.hook}\` nicht.`
          : `The extension is not right at \`${problem.hook}\`.`,
        fix: shapes[problem.expected][german ? 0 : 1],
      };
    case 'failed':
      return {
        message: german
          ? `Die Erweiterung ist bei \`${problem.hook}\` gescheitert: ${problem.reason}`
          : `The extension failed at \`${problem.hook}\`: ${problem.reason}`,
        fix,
      };
    case 'endless':
      return {
        message: german
          ? `Die Erweiterung ist bei \`${problem.hook}\` nach ${problem.seconds} s nicht fertig und wurde abgebrochen.`
          : `The extension is not done at \`${problem.hook}\` after ${problem.seconds} s and was given up.`,
        fix: german
          ? 'Nichts in einer Erweiterung darf auf das Netz oder auf Eingaben warten.'
          : 'Nothing in an extension may wait for the network or for input.',
      };
    case 'slow':
      return {
        message: german
          ? `Die Erweiterung hat bei \`${problem.hook}\` ${problem.seconds} s gebraucht.`
          : `The extension took ${problem.seconds} s at \`${problem.hook}\`.`,
        fix: german
          ? 'Rechnen Sie einmal, was für alle Seiten gleich ist, und fragen Sie nie das Netz.'
          : 'Compute once what is the same for all pages, and never ask the network.',
      };
    case 'unreviewed':
      return {
        message: german
          ? `Die Erweiterung ist anders als in „${problem.ref}“. Sie ist Code und wurde deshalb nicht ausgeführt.`
          : `The extension differs from the one in “${problem.ref}”. It is code and was therefore not run.`,
        fix: german
          ? 'Wer für die Technik zuständig ist, muss diese Änderung lesen, bevor sie übernommen wird.'
          : 'Whoever is responsible for the technology must read this change before it is accepted.',
      };
  }
}

const codes = {
  'not-loaded': 'extension-broken',
  link: 'extension-broken',
  shape: 'extension-broken',
  failed: 'extension-broken',
  endless: 'extension-broken',
  slow: 'extension-slow',
  unreviewed: 'extension-unreviewed',
} as const;

/** What is wrong with the extension, as a diagnostic that brings its own words. */
export function extensionProblem(problem: ExtensionProblem): Diagnostic {
  return {
    code: codes[problem.kind],
    severity: problem.kind === 'slow' || problem.kind === 'unreviewed' ? 'warning' : 'error',
    file: extensionFile,
    args: {},
    words: { de: wordsOf(problem, 'de'), en: wordsOf(problem, 'en') },
  };
}

/** Something in the extension went wrong while the site was made: its build ends, the last good site stays. */
export class ExtensionFailed extends Error {
  override readonly name = 'ExtensionFailed';
  readonly problem: Diagnostic;

  constructor(problem: ExtensionProblem) {
    const diagnostic = extensionProblem(problem);
    super(diagnostic.words?.en.message);
    this.problem = diagnostic;
  }
}

/** One line of what was thrown, whatever that is. */
export function reasonOf(thrown: unknown): string {
  const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return text.split('\n')[0]!.slice(0, 300);
}
