import type { Collection } from '../content/schemas.ts';
import { diagnose } from '../model/diagnostic-codes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Checkable } from './checkable.ts';

const upwards = [
  ['organisations', 'part_of'],
  ['networks', 'part_of'],
  ['editions', 'previous'],
] as const satisfies readonly (readonly [Collection, string])[];

/** What leads from entry to entry of the same kind must end somewhere; places have a check of their own. */
export function checkLoops({ entries }: Checkable): Diagnostic[] {
  return upwards.flatMap(([collection, field]) => {
    const next = (id: string): string | undefined => {
      const value = (entries[collection].get(id)?.data as Readonly<Record<string, unknown>> | undefined)?.[field];
      return typeof value === 'string' ? value : undefined;
    };
    return [...entries[collection].values()].flatMap(({ id, file }): Diagnostic[] => {
      const chain = [id];
      for (let at = next(id); at !== undefined && !chain.includes(at); at = next(at)) chain.push(at);
      // Each circle is reported once, at the first of its entries by name.
      if (next(chain.at(-1)!) !== id || [...chain].sort()[0] !== id) return [];
      return [diagnose('reference-loop', file, { field, chain: [...chain, id].join(' → ') }, { at: [field] })];
    });
  });
}
