import type { Content } from '../content/read-content.ts';
import { collections } from '../content/schemas.ts';
import type {
  CheckContext,
  Extension,
  InGermanAndEnglish,
  OwnCheck,
  OwnProblem,
  WrittenDocument,
} from '../extension.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { hookName } from './check-shape.ts';
import { extensionProblem, reasonOf } from './extension-problem.ts';
import { withinTime } from './within-time.ts';

/** Seconds after which a check is slow, and after which it is given up. */
export interface TimeLimits {
  readonly slow: number;
  readonly endless: number;
}

const limits: TimeLimits = { slow: 5, endless: 60 };

/** What the town's own checks find; whatever goes wrong in one of them is a problem of the extension. */
export async function runOwnChecks(
  { checks = [] }: Extension,
  catalogue: Catalogue,
  content: Content,
  { slow, endless }: TimeLimits = limits,
): Promise<Diagnostic[]> {
  const context: CheckContext = { catalogue, documents: writtenDocuments(content) };
  const found: Diagnostic[] = [];
  for (const [index, check] of checks.entries()) {
    const hook = hookName('checks', index, check.code);
    const started = performance.now();
    try {
      const result = await withinTime(check.find(context), endless);
      if (result === 'endless') {
        found.push(extensionProblem({ kind: 'endless', hook, seconds: endless }));
        continue;
      }
      const problems = [...result.value];
      const isWrong = problems.some((problem) => !isProblem(problem, content));
      if (isWrong) found.push(extensionProblem({ kind: 'shape', hook, expected: 'problem' }));
      else found.push(...problems.map((problem) => asDiagnostic(check, problem)));
    } catch (error) {
      found.push(extensionProblem({ kind: 'failed', hook, reason: reasonOf(error) }));
    }
    const seconds = (performance.now() - started) / 1000;
    if (seconds >= slow) found.push(extensionProblem({ kind: 'slow', hook, seconds: Math.round(seconds) }));
  }
  return found;
}

function writtenDocuments(content: Content): WrittenDocument[] {
  return collections.flatMap((collection) =>
    [...content.entries[collection].values()].flatMap(({ id, source, translations }) =>
      [...(source ? [[content.sourceLanguage, source] as const] : []), ...translations].map(
        ([language, { file, data, body }]) => ({ collection, id, file, language, data, body }),
      ),
    ),
  );
}

/** Strangers to TypeScript write extensions, too: nothing is taken for granted. */
function isProblem(problem: OwnProblem | undefined, { sources }: Content): boolean {
  const { file, at, values } = (problem ?? {}) as Partial<Record<keyof OwnProblem, unknown>>;
  return (
    typeof file === 'string' &&
    sources.has(file) &&
    (at === undefined ||
      (Array.isArray(at) && at.every((step) => typeof step === 'string' || typeof step === 'number'))) &&
    (values === undefined || (typeof values === 'object' && values !== null))
  );
}

function asDiagnostic(
  { code, severity = 'warning', message, fix }: OwnCheck,
  { file, at, values }: OwnProblem,
): Diagnostic {
  const words = (lang: keyof InGermanAndEnglish): { message: string; fix: string } => ({
    message: fillIn(message[lang], values).replaceAll(/\s+/g, ' '),
    fix: fillIn(fix[lang], values),
  });
  return {
    code: `own/${code}`,
    severity,
    file,
    args: values ?? {},
    ...(at ? { at } : {}),
    words: { de: words('de'), en: words('en') },
  };
}

const fillIn = (text: string, values: OwnProblem['values'] = {}): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
