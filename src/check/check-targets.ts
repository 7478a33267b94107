import { diagnose, fieldName } from '../model/diagnostic-codes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Checkable } from './checkable.ts';

/** Targets are named once, and in the language that all others fall back to. */
export function checkTargets({ targets, site, sourceLanguage }: Checkable): Diagnostic[] {
  if (!targets) return [];
  const { file, data } = targets;
  const seen = new Set<string>();
  return (data.targets ?? []).flatMap((target, index) => {
    const problems: Diagnostic[] = [];
    const { id, label } = target ?? {};
    const at = ['targets', index];
    if (id !== undefined && seen.has(id))
      problems.push(
        diagnose('repeated-value', file, { field: fieldName([...at, 'id']), value: id }, { at: [...at, 'id'] }),
      );
    if (id !== undefined) seen.add(id);
    if (id === undefined || label === undefined) return problems;
    const missing = (site.languages ?? []).filter(
      (language) => language !== undefined && label[language] === undefined,
    );
    const where = { at: [...at, 'label'], onKey: true };
    if (label[sourceLanguage] === undefined)
      problems.push(
        diagnose('label-missing', file, { field: fieldName([...at, 'label']), language: sourceLanguage }, where),
      );
    else if (missing.length > 0)
      problems.push(diagnose('vocabulary-label-missing', file, { id, languages: missing.join(', ') }, where));
    return problems;
  });
}

/** A snapshot is called like its day: that is how the next one finds the last. */
export function checkSnapshots({ snapshots }: Checkable): Diagnostic[] {
  return (snapshots ?? []).flatMap(({ file, data }): Diagnostic[] => {
    const name = file.slice(file.lastIndexOf('/') + 1);
    const { date } = data;
    return date === undefined || name === `${date}.yml`
      ? []
      : [diagnose('snapshot-name', file, { name, date }, { at: ['date'] })];
  });
}
