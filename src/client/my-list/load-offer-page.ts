/** What a list shows of an offer, taken from its own page: nodes of that page, in its language and direction. */
export interface OfferExtract {
  readonly lang: string;
  readonly dir: string;
  readonly title: string;
  readonly titleLang: string;
  readonly summary: Element | undefined;
  readonly notices: readonly Element[];
  /** Labelled facts, the most important first. */
  readonly facts: readonly Element[];
  readonly contacts: readonly Element[];
  /** How to reach somebody, as read from paper: telephone numbers, or else an address. */
  readonly ways: readonly string[];
  /** Name of the site in that language. */
  readonly site: string;
  /** Address of its calendar file, where it has dates. */
  readonly calendar?: string;
}

const known = new Map<string, Promise<OfferExtract | 'gone'>>();

/** Loads an offer's page and takes out what a list needs; a failed load is tried again the next time. */
export function loadOfferPage(address: string): Promise<OfferExtract | 'gone'> {
  let loading = known.get(address);
  if (!loading) {
    loading = load(address);
    loading.catch(() => known.delete(address));
    known.set(address, loading);
  }
  return loading;
}

async function load(address: string): Promise<OfferExtract | 'gone'> {
  const response = await fetch(address);
  if (response.status === 404) return 'gone';
  if (!response.ok) throw new Error(`${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const offer = page.querySelector('article.offer');
  const heading = offer?.querySelector('h1');
  if (!offer || !heading) return 'gone';
  const { lang, dir } = page.documentElement;
  const calendar = offer.querySelector('a[type="text/calendar"]')?.getAttribute('href');
  return {
    lang,
    dir: dir || 'ltr',
    title: heading.textContent ?? '',
    titleLang: heading.lang || heading.querySelector<HTMLElement>('[lang]')?.lang || lang,
    summary: offer.querySelector('.page-lead') ?? undefined,
    notices: [...offer.querySelectorAll(':scope > .notice')],
    facts: [...offer.querySelectorAll('.offer-facts .fact')],
    ways: waysIn(offer),
    site: page.querySelector('.brand-name')?.textContent ?? '',
    contacts: [...offer.querySelectorAll('.contacts .contact')],
    ...(calendar ? { calendar } : {}),
  };
}

function waysIn(offer: Element): string[] {
  const texts = (selector: string): string[] => [
    ...new Set([...offer.querySelectorAll(`.contacts ${selector}`)].map((found) => found.textContent ?? '')),
  ];
  const numbers = texts('.number').slice(0, 2);
  return numbers.length > 0 ? numbers : texts('.contact-address').slice(0, 1);
}
