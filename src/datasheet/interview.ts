import type { FieldPath } from '../model/diagnostic.ts';
import { isLineList, valueAt } from './columns.ts';
import { describeOfferFields, type Field } from './fields.ts';

/** One thing to ask. */
export type Question =
  | {
      readonly kind: 'field';
      readonly key: string;
      readonly path: FieldPath;
      readonly field: Field;
      readonly mustAnswer: boolean;
    }
  /** Whether a list gets another item. */
  | { readonly kind: 'more'; readonly key: string; readonly field: Field; readonly count: number }
  /** Which of the fields that nobody must fill in are wanted. */
  | { readonly kind: 'further'; readonly key: string; readonly fields: readonly Field[] }
  | { readonly kind: 'body'; readonly key: string };

export interface Answer {
  readonly question: Question;
  /** Undefined where the question was skipped; for `further` the keys of the wanted fields. */
  readonly value: unknown;
}

/** The answers so far, in the order in which they were given. */
export type Answers = ReadonlyMap<string, Answer>;

const keyOf = (path: FieldPath): string => path.join('.');

/** The data sheet that the answers make; what was skipped is left out. */
export function dataOf(answers: Answers): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const { question, value } of answers.values()) {
    if (question.kind !== 'field' || value === undefined) continue;
    let holder = data as Record<string | number, unknown>;
    for (const [index, step] of question.path.slice(0, -1).entries()) {
      holder = (holder[step] ??= typeof question.path[index + 1] === 'number' ? [] : {}) as typeof holder;
    }
    holder[question.path.at(-1)!] = value;
  }
  return data;
}

/**
 * What to ask next: everything that the sheet needs, in its order, then what somebody wants to add, then the long text.
 * `missing` names the fields that the rules demand because of other answers. Undefined when all is asked.
 */
export function nextQuestion(answers: Answers, missing: ReadonlySet<string>): Question | undefined {
  const data = dataOf(answers);
  const fields = describeOfferFields();
  const isNeeded = (field: Field): boolean =>
    field.required || missing.has(field.key) || answers.has(field.key) || valueAt(data, [field.key]) !== undefined;
  for (const field of fields) {
    const question = isNeeded(field) ? ask(field, [field.key], true) : undefined;
    if (question) return question;
  }
  const optional = fields.filter((field) => !isNeeded(field));
  const chosen = answers.get('further');
  if (!chosen) return { kind: 'further', key: 'further', fields: optional };
  const wanted = new Set(Array.isArray(chosen.value) ? (chosen.value as string[]) : []);
  for (const field of optional) {
    const question = wanted.has(field.key) ? ask(field, [field.key], true) : undefined;
    if (question) return question;
  }
  return answers.has('body') ? undefined : { kind: 'body', key: 'body' };

  function ask(field: Field, path: FieldPath, mustAnswer: boolean): Question | undefined {
    const key = keyOf(path);
    const own: Question = { kind: 'field', key, path, field, mustAnswer };
    if (field.kind === 'map') {
      if (field.reference !== undefined) {
        // An id, or nothing and then an address.
        if (!answers.has(key)) return { ...own, mustAnswer: false };
        if (answers.get(key)!.value !== undefined) return undefined;
      }
      return firstOf(field, path, mustAnswer);
    }
    if (field.item?.kind === 'map' && !isLineList(field)) {
      for (let index = 0; ; index += 1) {
        const question = firstOf(field.item, [...path, index], mustAnswer);
        if (question) return question;
        const more = answers.get(`${key}.more.${index}`);
        if (!more) return { kind: 'more', key: `${key}.more.${index}`, field, count: index + 1 };
        if (more.value !== true) return undefined;
      }
    }
    return answers.has(key) ? undefined : own;
  }

  function firstOf(map: Field, path: FieldPath, mustAnswer: boolean): Question | undefined {
    for (const child of map.fields) {
      // Consent is asked for as soon as a person is named, and only then.
      if (child.key === 'consent') {
        if (valueAt(data, [...path, 'person']) === undefined) continue;
        const question = ask(child, [...path, child.key], true);
        if (question) return question;
        continue;
      }
      const question = ask(child, [...path, child.key], mustAnswer && child.required);
      if (question) return question;
    }
    return undefined;
  }
}

/** The answers without those at and below a path, so that they are asked again. */
export function forget(answers: Answers, path: FieldPath): Answers {
  const prefix = keyOf(path);
  return new Map([...answers].filter(([key]) => key !== prefix && !key.startsWith(`${prefix}.`)));
}
