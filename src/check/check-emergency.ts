import type { Content } from '../content/read-content.ts';
import { diagnose, fieldName } from '../model/diagnostic-codes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { EmergencyNumbers } from '../model/schema.generated.ts';
import type { Checkable } from './checkable.ts';

/** The municipality's own emergency numbers: named once, whole, checked in the past, and in every language of the site. */
export function checkEmergency(
  { emergency, site, sourceLanguage, today }: Checkable,
  content: Pick<Content, 'emergency'>,
): Diagnostic[] {
  if (!emergency) return [];
  const { file, data } = emergency;
  const builtIn = new Map(
    (content.emergency.builtIn.data as unknown as EmergencyNumbers).numbers.map((one) => [one.id, one] as const),
  );
  // What is written but wrong was said with the schema: it is not missing.
  const written = content.emergency.own?.data['numbers'] as
    readonly (Readonly<Record<string, unknown>> | null)[] | undefined;
  const seen = new Set<string>();
  return (data.numbers ?? []).flatMap((one, index) => {
    const problems: Diagnostic[] = [];
    const { id, reviewed } = one ?? {};
    if (id === undefined) return problems;
    const at = ['numbers', index, 'id'];
    if (seen.has(id)) return [diagnose('duplicate-term', file, { id }, { at })];
    seen.add(id);
    if (reviewed !== undefined && reviewed > today) {
      const where = ['numbers', index, 'reviewed'];
      problems.push(diagnose('review-in-future', file, { field: fieldName(where), date: reviewed }, { at: where }));
    }
    if (one?.hidden === true) return problems;
    const known = builtIn.get(id);
    for (const key of ['kind', 'phone', 'name'] as const) {
      if (written?.[index]?.[key] === undefined && known?.[key] === undefined)
        problems.push(
          diagnose('missing-field', file, { field: fieldName(['numbers', index, key]) }, { at: ['numbers', index] }),
        );
    }
    const name: Readonly<Record<string, unknown>> = { ...known?.name, ...one?.name };
    if (one?.name === undefined) return problems;
    const missing = (site.languages ?? []).filter((tag) => tag !== undefined && name[tag] === undefined);
    if (name[sourceLanguage] === undefined)
      problems.push(diagnose('label-missing', file, { field: `${id}.name`, language: sourceLanguage }, { at }));
    else if (missing.length > 0)
      problems.push(diagnose('vocabulary-label-missing', file, { id, languages: missing.join(', ') }, { at }));
    return problems;
  });
}
