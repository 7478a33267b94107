import type { Diagnostic, FieldPath } from '../../model/diagnostic.ts';
import { newOrganisationKey } from './sheet-data.ts';

/** Problems of a new organisation join those of the offer: they stand beside the fields that follow the picker. */
export function joinedProblems(ofOffer: readonly Diagnostic[], ofOrganisation: readonly Diagnostic[]): Diagnostic[] {
  const moved = ofOrganisation.map((problem) => ({
    ...problem,
    at: [newOrganisationKey, ...(Array.isArray(problem.at) ? (problem.at as FieldPath) : [])],
    args:
      'field' in problem.args
        ? { ...problem.args, field: `${newOrganisationKey}.${problem.args['field']}` }
        : problem.args,
  }));
  // Without a name there is no id yet: that the name is missing says it better.
  const others = ofOffer.filter(({ code, args }) => code !== 'missing-field' || args['field'] !== 'organisation');
  return [...(moved.length > 0 ? others : ofOffer), ...moved];
}
