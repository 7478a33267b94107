import {
  embedDataFolder,
  embedFile,
  embedLists,
  type EmbedFile,
  type EmbedFilter,
  type EmbedOffer,
  type EmbedTexts,
} from '../../views/embed-data.ts';
import { listStyle } from './list-style.ts';

export interface ListSettings {
  /** Address of the site's root, with a slash at the end. */
  readonly root: string;
  readonly texts: EmbedTexts;
}

const attributes = ['lang', 'topic', 'town', 'audience', 'language', 'limit', 'heading', 'heading-level', 'target'];

const mostOffers = 50;
const usualOffers = 10;
/** Milliseconds after which a silent server counts as gone. */
const patience = 15_000;

type Part = string | Node | false | undefined;

/** A node of the shadow tree; texts are only ever texts. */
function element(
  name: string,
  properties: Readonly<Record<string, string | undefined>>,
  ...parts: Part[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) if (value !== undefined) made.setAttribute(key, value);
  made.append(...parts.filter((part): part is string | Node => part !== undefined && part !== false));
  return made;
}

const isId = (value: string): boolean => /^[A-Za-z0-9-]{1,80}$/.test(value);

/** The site's language that is nearest to a page's: `de-AT` → `de`. */
function nearestLanguage(wanted: string, texts: EmbedTexts): string {
  const known = Object.keys(texts);
  const tag = wanted.toLowerCase();
  return (
    known.find((one) => one.toLowerCase() === tag) ?? known.find((one) => one === tag.split('-')[0]) ?? known[0] ?? 'de'
  );
}

/** Only addresses of the site itself and of the web: data of another server never becomes script. */
function safeLink(href: string, root: string): string | undefined {
  const url = URL.canParse(href, root) ? new URL(href, root) : undefined;
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined;
}

/** Makes `<angebotslotse-list>` known to the page, once. */
export function defineList({ root, texts }: ListSettings): void {
  class OfferList extends HTMLElement {
    static readonly observedAttributes = attributes;
    readonly #shadow = this.attachShadow({ mode: 'open' });
    #round = 0;
    #planned = false;

    connectedCallback(): void {
      this.#plan();
    }

    attributeChangedCallback(): void {
      if (this.isConnected) this.#plan();
    }

    /** Several attributes that change at once make one list. */
    #plan(): void {
      if (this.#planned) return;
      this.#planned = true;
      queueMicrotask(() => {
        this.#planned = false;
        void this.#show();
      });
    }

    async #show(): Promise<void> {
      const round = ++this.#round;
      const own = this.getAttribute('lang') ?? this.closest('[lang]')?.getAttribute('lang') ?? '';
      const lang = nearestLanguage(own, texts);
      const words = texts[lang];
      if (!words) return;
      const filters = (Object.keys(embedLists) as EmbedFilter[]).flatMap((name) => {
        const value = this.getAttribute(name) ?? '';
        return isId(value) ? [[name, value] as const] : [];
      });
      const [first] = filters;
      this.#fill(lang, undefined, true, element('p', { part: 'status', role: 'status' }, words.loading));
      try {
        const address = `${root}${embedDataFolder}${lang}/${first ? embedFile(...first) : embedFile()}.json`;
        const response = await fetch(address, {
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
          signal: AbortSignal.timeout(patience),
        });
        // A topic or town that nothing is known of has an empty list, not an error.
        if (!response.ok && response.status !== 404) throw new Error(String(response.status));
        const file = response.ok ? ((await response.json()) as EmbedFile) : await this.#emptyFile(lang);
        if (round === this.#round) this.#list(file, filters);
      } catch {
        if (round !== this.#round) return;
        const retry = element('button', { type: 'button', part: 'button' }, words.retry);
        retry.addEventListener('click', () => void this.#show());
        this.#fill(
          lang,
          undefined,
          false,
          element('p', { part: 'status', role: 'alert' }, words.failed),
          element('p', { part: 'actions' }, retry, ' ', this.#link(`${root}${lang}/angebote/`, words.open)),
        );
      }
    }

    async #emptyFile(lang: string): Promise<EmbedFile> {
      const response = await fetch(`${root}${embedDataFolder}${lang}/${embedFile()}.json`, { credentials: 'omit' });
      if (!response.ok) throw new Error(String(response.status));
      return { ...((await response.json()) as EmbedFile), offers: [] };
    }

    #list(file: EmbedFile, filters: readonly (readonly [EmbedFilter, string])[]): void {
      const limit = Math.min(mostOffers, Math.max(1, Math.floor(Number(this.getAttribute('limit')) || usualOffers)));
      const of = { town: 'towns', topic: 'topics', audience: 'audiences', language: 'spoken' } as const;
      const offers = file.offers.filter((offer) => filters.every(([name, value]) => offer[of[name]].includes(value)));
      const level = Math.min(5, Math.max(1, Math.floor(Number(this.getAttribute('heading-level')) || 2)));
      const heading = this.getAttribute('heading') ?? file.title;
      const all = this.#link(file.href, file.texts.all);
      all.setAttribute('part', 'all');
      this.#fill(
        file.lang,
        heading === ''
          ? undefined
          : element(
              `h${level}`,
              { part: 'heading', lang: this.hasAttribute('heading') ? undefined : file.titleLang },
              heading,
            ),
        false,
        offers.length === 0
          ? element('p', { part: 'status' }, file.texts.empty)
          : element(
              'ul',
              { part: 'list', role: 'list' },
              ...offers.slice(0, limit).map((offer) => this.#card(offer, heading === '' ? level : level + 1)),
            ),
        element('p', { part: 'footer' }, all, ' ', element('span', { part: 'source' }, file.texts.source)),
      );
      this.dispatchEvent(new CustomEvent('angebotslotse-ready', { detail: { shown: Math.min(limit, offers.length) } }));
    }

    #card(offer: EmbedOffer, level: number): HTMLElement {
      const link = this.#link(offer.href, offer.title.value);
      link.setAttribute('part', 'link');
      const fact = (text: string | undefined, lang?: string): HTMLElement | undefined =>
        text ? element('li', { part: 'fact' }, element('bdi', { lang }, text)) : undefined;
      return element(
        'li',
        { part: 'item' },
        element('p', { part: 'kind' }, [offer.kind, ...(offer.badges ?? []).map(({ label }) => label)].join(' · ')),
        element(`h${Math.min(6, level)}`, { part: 'title', lang: offer.title.lang }, element('bdi', {}, link)),
        offer.summary && element('p', { part: 'summary', lang: offer.summary.lang, dir: 'auto' }, offer.summary.value),
        element(
          'ul',
          { part: 'facts', role: 'list' },
          fact(offer.when),
          fact(offer.where?.value, offer.where?.lang),
          fact(offer.cost),
          fact(offer.languages),
        ),
      );
    }

    #link(href: string, text: string): HTMLElement {
      const target = this.getAttribute('target') ?? undefined;
      const known = target === '_blank' || target === '_top' ? target : undefined;
      return element('a', { href: safeLink(href, root), target: known, rel: known && 'noopener' }, text);
    }

    #fill(lang: string, heading: HTMLElement | undefined, isBusy: boolean, ...parts: readonly Node[]): void {
      const dir = texts[lang]?.dir;
      const region = element('div', { part: 'region', lang, dir, 'aria-busy': String(isBusy) });
      region.append(...(heading ? [heading] : []), ...parts);
      this.#shadow.replaceChildren(region);
      // A sheet of the element's own needs no permission in the page's policy for styles.
      if (this.#shadow.adoptedStyleSheets.length === 0) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(listStyle);
        this.#shadow.adoptedStyleSheets = [sheet];
      }
    }
  }
  if (!customElements.get('angebotslotse-list')) customElements.define('angebotslotse-list', OfferList);
}
