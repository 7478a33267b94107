import type { EmergencyNumber } from './catalogue.ts';
import type { EmergencyNumbers } from './schema.generated.ts';

type RawNumber = EmergencyNumbers['numbers'][number];

/** What a municipality wrote; a number without an id was reported and cannot be joined to anything. */
interface OwnNumbers {
  readonly mode?: string | undefined;
  readonly numbers?: readonly (Readonly<Partial<Record<keyof RawNumber, unknown>>> | undefined)[] | undefined;
}

/**
 * The numbers of the emergency page in the order in which they are shown. `extend` changes and adds to the built-in
 * ones, `replace` keeps only those that are named; either way a number of a known id inherits what it does not say itself.
 */
export function mergeEmergency(builtIn: EmergencyNumbers, own?: OwnNumbers): readonly EmergencyNumber[] {
  const known = new Map(builtIn.numbers.map((one) => [one.id, one]));
  const numbers = own?.mode === 'replace' ? new Map<string, RawNumber>() : new Map(known);
  for (const one of own?.numbers ?? []) {
    const { id } = (one ?? {}) as Partial<RawNumber>;
    if (id === undefined) continue;
    const before = known.get(id);
    const said = one as RawNumber;
    numbers.set(id, {
      ...before,
      ...said,
      ...(before?.name || said.name ? { name: { ...before?.name, ...said.name } } : {}),
      ...(before?.text || said.text ? { text: { ...before?.text, ...said.text } } : {}),
    });
  }
  return [...numbers.values()].flatMap(({ hidden, ...one }): EmergencyNumber[] => {
    const { kind, phone, name } = one;
    return hidden === true || kind === undefined || phone === undefined || name === undefined
      ? []
      : [{ ...one, kind, phone, name }];
  });
}
