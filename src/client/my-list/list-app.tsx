import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Translate } from '../../i18n/translator.ts';
import type { MyListPageData } from '../../views/my-list-page-data.ts';
import { EmptyState } from '../../views/components/empty-state/empty-state.tsx';
import { Notice } from '../../views/components/notice/notice.tsx';
import { todayHere } from '../today.ts';
import { idsInHash, keepOffers, keptOffers, onListChange } from './kept-offers.ts';
import { listCalendar, saveFile } from './list-calendar.ts';
import { loadOfferPage, type OfferExtract } from './load-offer-page.ts';
import { QrCode } from '../../views/components/qr-code/qr-code.tsx';

export interface ListAppProps {
  readonly t: Translate;
  readonly page: MyListPageData;
}

/** What a hand-out says of an offer. */
const sheetFacts = ['audience', 'when', 'where', 'cost', 'languages', 'registration'];
/** What a card has room for. */
const cardFacts = ['when', 'where'];

const receivedIds = (): string[] => idsInHash(location.hash);

/** `22.11.2026`, as on German letters: browsers know the months of few languages. */
const printDate = (): string => todayHere().split('-').reverse().join('.');

function inPairs<Item>(items: readonly Item[]): Item[][] {
  return items.flatMap((_, at) => (at % 2 === 0 ? [items.slice(at, at + 2)] : []));
}

/** The reader's own list, or one that came as a link: to look at, to pass on, to print, in one language or two. */
export function ListApp({ t, page }: ListAppProps): VNode {
  const [kept, setKept] = useState(keptOffers);
  const [received, setReceived] = useState(receivedIds);
  const [second, setSecond] = useState('');
  const [form, setForm] = useState<'sheet' | 'card'>('sheet');
  const [showCode, setShowCode] = useState(false);
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    onListChange(() => setKept(keptOffers()));
    const follow = (): void => setReceived(receivedIds());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  const isReceived = received.length > 0;
  // The way from an offer’s page to paper: nobody has sent this list.
  const isToPrint = new URLSearchParams(location.search).has('druck');
  const ids = isReceived ? received : kept;
  const link = `${page.url ?? location.origin}${page.root}merkliste/#${ids.join(',')}`;

  const keep = (next: readonly string[]): void => {
    setSaid(keepOffers(next) ? '' : t('list.refused'));
    setKept(keptOffers());
  };
  const remove = (id: string): void => {
    keep(kept.filter((other) => other !== id));
    // The button is gone: whoever works by keyboard goes on from the top of the list.
    heading.current?.focus();
  };
  const keepAll = (): void => {
    keep([...kept, ...received]);
    history.replaceState(null, '', location.pathname);
    setReceived([]);
    heading.current?.focus();
  };
  const share = async (): Promise<void> => {
    try {
      if (navigator.share) await navigator.share({ url: link, title: t('list.title') });
      else {
        await navigator.clipboard.writeText(link);
        setSaid(t('list.copied'));
      }
    } catch (error) {
      // Closing the dialogue is no failure; a refused clipboard leaves the code to be scanned.
      if ((error as Error).name !== 'AbortError') setShowCode(true);
    }
  };

  const saveCalendar = async (): Promise<void> => {
    const addresses = ids.map((id) => `${page.root}${page.lang}/angebote/${id}/`);
    const { text, missing } = await listCalendar(addresses, t('list.title'), page.lang);
    if (text !== undefined) saveFile(text, 'merkliste.ics', 'text/calendar;charset=utf-8');
    if (missing > 0) setSaid(t('list.calendar-part', { count: missing }));
    else setSaid(text === undefined ? t('list.calendar-none') : '');
  };

  if (ids.length === 0) {
    return (
      <EmptyState
        title={t('list.empty')}
        text={t('list.empty-text', { keep: t('list.keep') })}
        link={{ href: `${page.root}${page.lang}/angebote/`, label: t('list.browse') }}
      />
    );
  }
  const languages = page.languages.filter(({ tag }) => tag !== page.lang);
  const shown = [page.lang, ...(second === '' ? [] : [second])];
  return (
    <div class={`my-list my-list-${form}`}>
      {isReceived && !isToPrint && (
        <div class="no-print">
          <Notice tone="note" title={t('list.received')}>
            <p>
              <button type="button" class="button" onClick={keepAll}>
                {t('list.keep-all')}
              </button>
            </p>
          </Notice>
        </div>
      )}
      <h2 class="my-list-count" tabIndex={-1} ref={heading}>
        {t('count.offers', { count: ids.length })}
      </h2>
      <div class="my-list-actions no-print">
        <button type="button" class="button" onClick={() => print()}>
          {t('list.print')}
        </button>
        <button type="button" class="button button-second" onClick={() => void share()}>
          {t('list.share')}
        </button>
        <button
          type="button"
          class="button button-second"
          aria-expanded={showCode}
          onClick={() => setShowCode(!showCode)}
        >
          {t('list.qr')}
        </button>
        <button type="button" class="button button-second" onClick={() => void saveCalendar()}>
          {t('list.calendar')}
        </button>
      </div>
      <p class="hint" role="status">
        {said || t(form === 'card' ? 'list.cut' : 'list.private')}
      </p>
      <div class="my-list-choices no-print">
        {languages.length > 0 && (
          <label>
            {t('list.second')}
            <select value={second} onChange={(event) => setSecond(event.currentTarget.value)}>
              <option value="">{t('list.second-none')}</option>
              {languages.map(({ tag, name }) => (
                <option key={tag} value={tag} lang={tag}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          {t('list.form')}
          <select value={form} onChange={(event) => setForm(event.currentTarget.value as 'sheet' | 'card')}>
            <option value="sheet">{t('list.form-sheet')}</option>
            <option value="card">{t('list.form-card')}</option>
          </select>
        </label>
      </div>
      <div class={showCode ? 'my-list-code' : 'my-list-code print-only'}>
        <QrCode text={link} label={t('list.qr')} />
        <p>{t('list.qr-text')}</p>
      </div>
      <ol class="my-list-offers" role="list">
        {form === 'card'
          ? inPairs(ids.flatMap((id) => shown.map((lang) => ({ id, lang })))).map((pair) => (
              <li key={pair.map(({ id, lang }) => `${lang}/${id}`).join()} class="list-card-row">
                {pair.map(({ id, lang }) => (
                  <ListedOffer key={`${lang}/${id}`} id={id} lang={lang} form={form} t={t} page={page} />
                ))}
              </li>
            ))
          : ids.map((id) => (
              <li key={id} class="my-list-offer">
                {shown.map((lang) => (
                  <ListedOffer key={lang} id={id} lang={lang} form={form} t={t} page={page} />
                ))}
                {!isReceived && (
                  <p class="no-print">
                    <button type="button" class="button button-plain" onClick={() => remove(id)}>
                      {t('list.remove')}
                    </button>
                  </p>
                )}
              </li>
            ))}
      </ol>
      {!isReceived && (
        <p class="no-print">
          <button type="button" class="button button-second" onClick={() => keep([])}>
            {t('list.clear')}
          </button>
        </p>
      )}
      <p class="print-only">{t('list.printed', { date: printDate() })}</p>
    </div>
  );
}

interface ListedOfferProps {
  readonly id: string;
  readonly lang: string;
  readonly form: 'sheet' | 'card';
  readonly t: Translate;
  readonly page: MyListPageData;
}

/** One offer in one language, as its own page says it. */
function ListedOffer({ id, lang, form, t, page }: ListedOfferProps): VNode | null {
  const [state, setState] = useState<OfferExtract | 'loading' | 'gone' | 'failed'>('loading');
  const address = `${page.root}${lang}/angebote/${id}/`;
  useEffect(() => {
    let isCurrent = true;
    loadOfferPage(address).then(
      (loaded) => isCurrent && setState(loaded),
      () => isCurrent && setState('failed'),
    );
    return () => {
      isCurrent = false;
    };
  }, [address]);

  if (state === 'loading') return <article class="offer-card my-list-page" aria-busy="true" />;
  if (state === 'gone' || state === 'failed') {
    // Said once, in the language of the page.
    if (lang !== page.lang) return null;
    return (
      <article class="offer-card my-list-page">
        <h3>{id}</h3>
        <p>{t(state === 'gone' ? 'list.gone' : 'list.failed')}</p>
      </article>
    );
  }
  const wanted = form === 'sheet' ? sheetFacts : cardFacts;
  const facts = state.facts.filter((fact) => wanted.includes((fact as HTMLElement).dataset['fact'] ?? ''));
  return (
    <article class="offer-card my-list-page" lang={state.lang} dir={state.dir as 'ltr' | 'rtl'}>
      <h3 class="offer-card-title" lang={state.titleLang}>
        <a href={address}>{state.title}</a>
      </h3>
      {form === 'sheet' && state.summary && <Nodes tag="div" nodes={[state.summary]} />}
      <Nodes tag="div" nodes={state.notices} />
      <Nodes tag="dl" nodes={facts} class="facts" />
      {form === 'sheet' ? (
        <Nodes tag="div" nodes={state.contacts} />
      ) : (
        <CardFoot offer={state} address={address} page={page} />
      )}
    </article>
  );
}

interface CardFootProps {
  readonly offer: OfferExtract;
  readonly address: string;
  readonly page: MyListPageData;
}

/** At the foot of a card: whom to call, and the way to the page in the card’s own language. */
function CardFoot({ offer, address, page }: CardFootProps): VNode {
  return (
    <div class="list-card-foot">
      <div>
        {offer.ways.map((way) => (
          <p key={way} class="list-card-way">
            <bdi dir="ltr">{way}</bdi>
          </p>
        ))}
        <p class="list-card-site">
          {offer.site} · {printDate()}
        </p>
      </div>
      <QrCode text={`${page.url ?? location.origin}${address}`} label={offer.title} />
    </div>
  );
}

interface NodesProps {
  readonly tag: 'div' | 'dl';
  readonly nodes: readonly Element[];
  readonly class?: string;
}

/** Copies of nodes from another page of this site. */
function Nodes({ tag: Tag, nodes, class: name }: NodesProps): VNode | null {
  const place = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    place.current?.replaceChildren(...nodes.map((node) => document.importNode(node, true)));
  }, [nodes.map((node) => node.outerHTML).join('')]);
  return nodes.length === 0 ? null : <Tag class={name} ref={place as never} />;
}
