import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { findLanguage } from '../i18n/languages.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import type { Result } from '../model/result.ts';

export const handInKinds = ['offer', 'correction', 'gone', 'still-correct', 'need'] as const;
export type HandInKind = (typeof handInKinds)[number];

export type Data = Readonly<Record<string, unknown>>;

export interface NewOrganisation {
  readonly id: string;
  readonly data: Data;
}

/** What somebody handed in, well-formed but not yet checked against the content. */
export interface HandIn {
  readonly kind: HandInKind;
  /** The language in which the form was filled in. */
  readonly lang: LanguageTag;
  /** Always there for `correction`, `gone` and `still-correct`; for `offer` only where the form proposes one. */
  readonly id?: string;
  /** The revision (`offerRevision`) of the offer that the form was filled from. */
  readonly of?: string;
  /** An organisation that is not known yet and comes with its offer; `data.organisation` names it. */
  readonly organisation?: NewOrganisation;
  readonly data: Data;
  /** Markdown; undefined leaves a corrected offer's description as it is. */
  readonly body?: string;
}

export interface Proof {
  readonly challenge: string;
  readonly nonce: string;
}

export interface Request {
  readonly handIn: HandIn;
  readonly proof: Proof;
}

/** Why a request is not even read as a hand-in; `field` is where. */
export interface Malformed {
  readonly reason:
    'not-utf8' | 'not-json' | 'wrong-shape' | 'forbidden-key' | 'too-deep' | 'bad-id' | 'unknown-language';
  readonly field: string;
}

export const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** As in `schemas/common.schema.json`. */
export const idLength = 80;

export const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= idLength && idPattern.test(value);

/** As deep as the YAML reader allows, less what the request adds around the data. */
const depthLimit = 30;
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Goes through all levels with a list of its own: a recursive walk would end the process on hostile nesting. */
function findForbidden(root: unknown): Malformed | undefined {
  const open: { value: unknown; field: string; depth: number }[] = [{ value: root, field: '', depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, field, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > depthLimit) return { reason: 'too-deep', field: field.slice(0, 100) };
    for (const [key, inner] of Object.entries(value)) {
      if (forbiddenKeys.has(key)) return { reason: 'forbidden-key', field: key };
      open.push({ value: inner, field: depth < 3 ? `${field}/${key.slice(0, 40)}` : field, depth: depth + 1 });
    }
  }
  return undefined;
}

const keys: Readonly<Record<HandInKind, readonly string[]>> = {
  offer: ['kind', 'lang', 'id', 'organisation', 'data', 'body', 'proof'],
  correction: ['kind', 'lang', 'id', 'of', 'organisation', 'data', 'body', 'proof'],
  gone: ['kind', 'lang', 'id', 'of', 'proof'],
  'still-correct': ['kind', 'lang', 'id', 'of', 'proof'],
  need: ['kind', 'lang', 'data', 'body', 'proof'],
};

/** Reads the bytes of a request; nothing in it is trusted, an unknown key is refused rather than ignored. */
export function parseRequest(bytes: Buffer): Result<Request | undefined, Malformed> {
  const refuse = (reason: Malformed['reason'], field = ''): Result<undefined, Malformed> => ({
    value: undefined,
    problems: [{ reason, field }],
  });
  if (!isUtf8(bytes)) return refuse('not-utf8');
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    return refuse('not-json');
  }
  if (!isMap(json)) return refuse('wrong-shape');
  const forbidden = findForbidden(json);
  if (forbidden) return { value: undefined, problems: [forbidden] };

  const { kind, lang, id, of, organisation, data, body, proof } = json;
  if (!(handInKinds as readonly unknown[]).includes(kind)) return refuse('wrong-shape', 'kind');
  const known = keys[kind as HandInKind];
  const unknown = Object.keys(json).find((key) => !known.includes(key));
  if (unknown !== undefined) return refuse('wrong-shape', unknown.slice(0, 40));
  if (typeof lang !== 'string' || !findLanguage(lang)) return refuse('unknown-language', 'lang');
  if (id === undefined ? kind !== 'offer' && kind !== 'need' : !isId(id)) return refuse('bad-id', 'id');
  if (of !== undefined && !(typeof of === 'string' && /^[0-9a-f]{12}$/.test(of))) return refuse('wrong-shape', 'of');
  if (known.includes('data') ? !isMap(data) : data !== undefined) return refuse('wrong-shape', 'data');
  if (body !== undefined && typeof body !== 'string') return refuse('wrong-shape', 'body');
  if (organisation !== undefined) {
    if (!isMap(organisation) || !isMap(organisation['data']) || Object.keys(organisation).length !== 2)
      return refuse('wrong-shape', 'organisation');
    if (!isId(organisation['id'])) return refuse('bad-id', 'organisation.id');
    if ((data as Data)['organisation'] !== organisation['id']) return refuse('wrong-shape', 'data.organisation');
  }
  if (!isMap(proof) || typeof proof['challenge'] !== 'string' || typeof proof['nonce'] !== 'string')
    return refuse('wrong-shape', 'proof');
  return {
    value: {
      handIn: {
        kind: kind as HandInKind,
        lang,
        ...(id === undefined ? {} : { id: id as string }),
        ...(of === undefined ? {} : { of }),
        ...(organisation === undefined ? {} : { organisation: organisation as unknown as NewOrganisation }),
        data: (data as Data | undefined) ?? {},
        ...(body === undefined ? {} : { body }),
      },
      proof: { challenge: proof['challenge'], nonce: proof['nonce'] },
    },
    problems: [],
  };
}

/** JSON in which the order of keys does not count. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isMap(value)) return JSON.stringify(value) ?? 'null';
  const pairs = Object.keys(value)
    .sort()
    .flatMap((key) => (value[key] === undefined ? [] : [`${JSON.stringify(key)}:${canonical(value[key])}`]));
  return `{${pairs.join(',')}}`;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * The same hand-in has the same key, however often and in whatever order of keys it is sent. `current` is the text of
 * the file that it changes: what was put back in the meantime may be handed in once more.
 */
export const handInKey = ({ kind, id, organisation, data, body }: HandIn, current: string | undefined): string =>
  sha256(
    canonical({ kind, id, organisation, data, body, current: current === undefined ? undefined : sha256(current) }),
  ).slice(0, 32);
