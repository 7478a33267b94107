import { createHash } from 'node:crypto';
import type { Content } from '../content/read-content.ts';
import { readMarkdown, type Document } from '../content/read-document.ts';
import { toId } from '../content/similar.ts';
import type { Diagnostic, FieldPath, IsoDate } from '../model/diagnostic.ts';
import { checkCandidates } from './check-candidates.ts';
import { entryHash } from './entry-hash.ts';
import type { ImportState } from './import-state.ts';
import type { RowProblem, SourceRow } from './import-rows.ts';
import { isSame } from './is-same.ts';
import { updateOffer } from './update-offer.ts';
import { writeOffer } from './write-offer.ts';

type Data = Readonly<Record<string, unknown>>;

/** Why a row that means something was nevertheless not taken over. */
export type Conflict =
  /** The offer was changed by hand after it was imported, and the source has changed as well. */
  | 'edited-by-hand'
  /** The offer was deleted by hand after it was imported. */
  | 'deleted-by-hand'
  /** There is an offer of that name which did not come from this source. */
  | 'already-exists'
  /** Two rows want to be the same offer. */
  | 'twice';

export type Outcome = { readonly row: SourceRow } & (
  | {
      readonly kind: 'new' | 'updated';
      readonly id: string;
      readonly text: string;
      readonly warnings: readonly Diagnostic[];
    }
  | { readonly kind: 'unchanged'; readonly id: string }
  | { readonly kind: 'conflict'; readonly id: string; readonly conflict: Conflict }
  | {
      readonly kind: 'rejected';
      readonly id: string;
      readonly problems: readonly RowProblem[];
      readonly diagnostics: readonly Diagnostic[];
      readonly text: string;
    }
);

export interface ImportPlan {
  readonly outcomes: readonly Outcome[];
  readonly state: ImportState;
}

export interface ImportInput {
  readonly rows: readonly SourceRow[];
  readonly content: Content;
  readonly today: IsoDate;
  readonly state: ImportState;
  readonly defaults: Data;
}

/** What is true of every offer of which nobody said otherwise: nothing is claimed that somebody would have to know. */
const honestDefaults: Data = {
  status: 'draft',
  accessibility: { step_free: 'unknown' },
  review_every: 12,
};

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Sets or takes out one value; `data` is changed. */
function setAt(data: unknown, path: FieldPath, value: unknown): void {
  let holder = data as Record<string | number, unknown>;
  for (const [index, step] of path.slice(0, -1).entries()) {
    const next = holder[step];
    if (typeof next === 'object' && next !== null) holder = next as Record<string | number, unknown>;
    else if (value === undefined) return;
    else holder = (holder[step] = typeof path[index + 1] === 'number' ? [] : {}) as Record<string | number, unknown>;
  }
  const last = path.at(-1)!;
  if (value !== undefined) holder[last] = value;
  else if (Array.isArray(holder)) holder[Number(last)] = undefined;
  else delete holder[last];
}

/** Without maps, lists and items in which nothing is left. */
function prune(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(prune).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (!isData(value)) return value;
  const pairs = Object.entries(value)
    .map(([key, item]) => [key, prune(item)] as const)
    .filter(([, item]) => item !== undefined);
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
}

/** A number alone is a contact as well; it only needs something to be called. */
function withRole(contact: unknown): unknown {
  if (!isData(contact) || contact['role'] !== undefined || contact['person'] !== undefined) return contact;
  const isReachable = ['phone', 'email', 'url'].some((key) => contact[key] !== undefined);
  return isReachable ? { role: 'Kontakt', ...contact } : contact;
}

/** The fields of an offer after a row was laid over them. */
function withRow(before: Data, row: SourceRow): Data {
  const data = structuredClone(before) as Record<string, unknown>;
  const touched = new Set(row.values.map(({ path }) => String(path[0])));
  // A place that was an id cannot hold a street, and the other way round.
  if (touched.has('place')) {
    const address = row.values.some(({ path, value }) => path[0] === 'place' && path.length > 1 && value !== undefined);
    if (typeof data['place'] === 'string' || (address && !isData(data['place']))) delete data['place'];
  }
  for (const { path, value } of row.values) {
    if (path.length === 1 && path[0] === 'place' && value === undefined) continue;
    setAt(data, path, value);
  }
  if (touched.has('contacts') && Array.isArray(data['contacts'])) data['contacts'] = data['contacts'].map(withRole);
  for (const key of touched) {
    const pruned = prune(data[key]);
    if (pruned === undefined) delete data[key];
    else data[key] = pruned;
  }
  return data;
}

function withDefaults(data: Data, defaults: Data): Data {
  const joined: Record<string, unknown> = { ...honestDefaults, ...defaults };
  for (const [key, value] of Object.entries(data)) {
    const given = joined[key];
    joined[key] = isData(given) && isData(value) ? { ...given, ...value } : value;
  }
  return joined;
}

const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);

const hashOf = ({ data, body }: Pick<Document, 'data' | 'body'>): string => entryHash(data, body);

const rowHash = ({ values, body }: SourceRow): string =>
  hash([values.filter(({ value }) => value !== undefined), body ?? '']);

const titleOf = (row: SourceRow): string => {
  const title = row.values.find(({ path }) => path.length === 1 && path[0] === 'title')?.value;
  return typeof title === 'string' ? title : '';
};

/** By what a row is recognised next time: what the source calls it, otherwise its title and organisation. */
function keyOf(row: SourceRow): string {
  if (row.key !== undefined) return row.key;
  const organisation = row.values.find(({ path }) => path.length === 1 && path[0] === 'organisation')?.value;
  return `${toId(titleOf(row)) || `row-${row.number}`}${typeof organisation === 'string' ? `/${organisation}` : ''}`;
}

/** Decides what would happen to every row; nothing is written. */
export function planImport({ rows, content, today, state, defaults }: ImportInput): ImportPlan {
  const existing = content.entries.offers;
  const claimed = new Map(Object.values(state.rows).map(({ offer }) => [offer, true]));
  const seen = new Set<string>();
  const outcomes: Outcome[] = [];
  const candidates = new Map<string, string>();
  const pending: { index: number; key: string; kind: 'new' | 'updated'; id: string; row: SourceRow; text: string }[] =
    [];
  const newState: Record<string, ImportState['rows'][string]> = { ...state.rows };

  for (const row of rows) {
    const key = keyOf(row);
    const known = Object.hasOwn(state.rows, key) ? state.rows[key] : undefined;
    const id = known?.offer ?? row.id ?? freeId(row);
    if (seen.has(key) || candidates.has(id)) {
      outcomes.push({ row, kind: 'conflict', id, conflict: 'twice' });
      continue;
    }
    seen.add(key);
    const current = existing.get(id);

    if (row.problems.length > 0) {
      outcomes.push({ row, kind: 'rejected', id, problems: row.problems, diagnostics: [], text: '' });
      continue;
    }
    if (!current) {
      if (known) {
        outcomes.push({ row, kind: 'conflict', id, conflict: 'deleted-by-hand' });
        continue;
      }
      propose('new', row, key, id, writeOffer(withDefaults(withRow({}, row), defaults), row.body ?? ''));
      continue;
    }
    const source = current.source;
    const text = content.sources.get(current.file);
    if (!source || text === undefined) {
      outcomes.push({ row, kind: 'conflict', id, conflict: 'already-exists' });
      continue;
    }
    const before = source.data;
    const after = withRow(before, row);
    const changes = Object.fromEntries(
      [...new Set([...Object.keys(before), ...Object.keys(after)])]
        .filter((name) => !isSame(before[name], after[name]))
        .map((name) => [name, after[name]]),
    );
    const sameBody =
      row.body === undefined ||
      row.body.trim() === '' ||
      hashOf({ data: {}, body: row.body }) === hashOf({ data: {}, body: source.body });
    if (Object.keys(changes).length === 0 && sameBody) {
      outcomes.push({ row, kind: 'unchanged', id });
      if (known || claimed.has(id)) newState[key] = { offer: id, row: rowHash(row), file: hashOf(source) };
      continue;
    }
    // The row says what it said last time: whatever is different was changed by hand, and stays.
    if (known && known.row === rowHash(row)) {
      outcomes.push({ row, kind: 'unchanged', id });
      continue;
    }
    const expected = known?.file ?? row.base;
    if (expected !== hashOf(source)) {
      const conflict = (known ?? row.base !== undefined) ? 'edited-by-hand' : 'already-exists';
      outcomes.push({ row, kind: 'conflict', id, conflict });
      continue;
    }
    const updated = updateOffer(text, changes, sameBody ? undefined : row.body);
    propose('updated', row, key, id, updated ?? writeOffer(after, row.body ?? source.body));
  }

  const problems = checkCandidates(content, candidates, today);
  for (const { index, key, kind, id, row, text } of pending) {
    const found = problems.get(id) ?? [];
    const errors = found.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) {
      outcomes[index] = { row, kind: 'rejected', id, problems: [], diagnostics: errors, text };
      continue;
    }
    outcomes[index] = { row, kind, id, text, warnings: found };
    const { value } = readMarkdown(`offers/${id}.md`, text);
    if (value) newState[key] = { offer: id, row: rowHash(row), file: hashOf(value) };
  }
  return { outcomes, state: { rows: newState } };

  function propose(kind: 'new' | 'updated', row: SourceRow, key: string, id: string, text: string): void {
    candidates.set(id, text);
    pending.push({ index: outcomes.length, key, kind, id, row, text });
    // Replaced as soon as all candidates were checked together.
    outcomes.push({ row, kind: 'unchanged', id });
  }

  /** An id made from the title; another row of this source with the same title gets a number. */
  function freeId(row: SourceRow): string {
    const wanted = toId(titleOf(row)).slice(0, 70).replace(/-$/, '') || `angebot-${row.number}`;
    let id = wanted;
    for (let count = 2; candidates.has(id) || claimed.has(id); count += 1) id = `${wanted}-${count}`;
    return id;
  }
}
