import type { Catalogue, Entry, Translation } from '../model/catalogue.ts';
import { deepFreeze } from '../model/deep-freeze.ts';
import type { TranslationState } from '../model/schema.generated.ts';
import { factsOf } from './document-facts.ts';
import type { Document } from './read-document.ts';

/** A translation whose fields are taken from its document when somebody asks for them; what it says of itself is known before. */
export class LazyTranslation implements Translation {
  readonly #document: Document;
  readonly #hash: string;
  #state: TranslationState | undefined;
  #data: Translation['data'] | undefined;

  /** `hash`: the text hash of the source as it is now. */
  constructor(document: Document, hash: string) {
    this.#document = document;
    this.#hash = hash;
  }

  get data(): Translation['data'] {
    if (!this.#data) {
      const { translation: _translation, ...data } = this.#document.data;
      this.#data = deepFreeze(data);
    }
    return this.#data;
  }

  get body(): string {
    return this.#document.body;
  }

  get state(): TranslationState {
    return (this.#state ??= deepFreeze(stateOf(this.#document, this.#hash)));
  }

  get outdated(): boolean {
    return this.state.of !== this.#hash;
  }

  toJSON(): Translation {
    const { data, body, state, outdated } = this;
    return { data, body, state, outdated };
  }
}

/** A page may be written for one language alone, such as an imprint: without a state it counts as up to date. */
export function stateOf(document: Document, hash: string): TranslationState {
  const kept = factsOf(document).state;
  const state = kept === undefined ? document.data['translation'] : JSON.parse(kept);
  return (state as TranslationState | undefined) ?? { of: hash, by: 'human' };
}

/** The same catalogue for another thread, which gets plain data only. */
export function withPlainTranslations(catalogue: Catalogue): Catalogue {
  const parts = Object.entries(catalogue as unknown as Readonly<Record<string, unknown>>).map(([name, part]) => [
    name,
    part instanceof Map
      ? new Map(Array.from(part as ReadonlyMap<string, unknown>, ([id, one]) => [id, plain(one)]))
      : part,
  ]);
  return Object.fromEntries(parts) as Catalogue;
}

function plain(value: unknown): unknown {
  const translations = (value as Partial<Entry<unknown>> | undefined)?.translations;
  if (!(translations instanceof Map)) return value;
  const made = Array.from(
    translations as Entry<unknown>['translations'],
    ([tag, one]) => [tag, one instanceof LazyTranslation ? one.toJSON() : one] as const,
  );
  return { ...(value as Entry<unknown>), translations: new Map(made) };
}
