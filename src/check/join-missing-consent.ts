import { diagnose } from '../model/diagnostic-codes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

const isConsentField = ({ code, args }: Diagnostic): boolean =>
  code === 'missing-field' && /\.consent\.\w+$/.test(String(args['field']));

/** `contacts[0].consent.record` → `contacts[0].consent` and `record` */
const splitField = (problem: Diagnostic): [field: string, name: string] => {
  const field = String(problem.args['field']);
  const dot = field.lastIndexOf('.');
  return [field.slice(0, dot), field.slice(dot + 1)];
};

/** One problem for a consent that lacks something, however much it lacks. */
export function joinMissingConsent(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  if (problems.length === 0) return problems;
  const missing = new Map<string, string[]>();
  for (const problem of problems.filter(isConsentField)) {
    const [field, name] = splitField(problem);
    missing.set(field, [...(missing.get(field) ?? []), name]);
  }
  return problems.flatMap((problem) => {
    if (!isConsentField(problem)) return [problem];
    const [field] = splitField(problem);
    const names = missing.get(field);
    if (!names) return [];
    missing.delete(field);
    return [
      diagnose(
        'consent-incomplete',
        problem.file,
        { field, missing: names.join(', ') },
        { at: problem.at!, onKey: true },
      ),
    ];
  });
}
