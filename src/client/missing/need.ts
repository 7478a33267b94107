import type { IsoDate } from '../../model/diagnostic.ts';

/** What stands in the form; each choice is one value. */
export interface NeedSheet {
  readonly title: string;
  readonly topics?: string;
  readonly where?: string;
  readonly whom?: string;
  readonly languages?: string;
  readonly howMany: string;
  readonly body: string;
}

export const needLimits = { titleMin: 3, titleMax: 150, people: 10_000, body: 5000 } as const;

export type NeedFault = 'missing' | 'too-short' | 'too-long' | 'number';

/** What keeps a need from being sent, by field. */
export function faultsOf({ title, howMany, body }: NeedSheet): Readonly<Partial<Record<keyof NeedSheet, NeedFault>>> {
  const length = [...title.trim()].length;
  const people = Number(howMany);
  const isPossible = howMany.trim() === '' || (Number.isInteger(people) && people >= 1 && people <= needLimits.people);
  return {
    ...(length === 0
      ? { title: 'missing' as const }
      : length < needLimits.titleMin
        ? { title: 'too-short' as const }
        : length > needLimits.titleMax
          ? { title: 'too-long' as const }
          : {}),
    ...(isPossible ? {} : { howMany: 'number' as const }),
    ...(body.length > needLimits.body ? { body: 'too-long' as const } : {}),
  };
}

/** As the inbox takes it; see docs/en/inbox.md. */
export function needData({ title, topics, where, whom, languages, howMany }: NeedSheet): Record<string, unknown> {
  const list = (name: string, value: string | undefined): Record<string, string[]> =>
    value ? { [name]: [value] } : {};
  return {
    title: title.trim(),
    ...list('where', where),
    ...list('whom', whom),
    ...list('topics', topics),
    ...list('languages', languages),
    ...(howMany.trim() === '' ? {} : { how_many: Number(howMany) }),
  };
}

/** The same as a file for `content/concept/needs/`, as a mail or a forge takes it. Text in JSON is text in YAML. */
export function needFile(sheet: NeedSheet, date: IsoDate): string {
  const data = { ...needData(sheet), source: 'form', status: 'open', date };
  const lines = Object.entries(data).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  // The day has no quotation marks in any other file.
  const yaml = lines.join('\n').replace(/^(date|source|status): "(.*)"$/gm, '$1: $2');
  const text = sheet.body.trim();
  return `---\n${yaml}\n---\n${text === '' ? '' : `\n${text}\n`}`;
}
