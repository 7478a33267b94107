import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Formats } from '../../i18n/formats.ts';
import type { Translate } from '../../i18n/translator.ts';
import type { OfflineSet } from '../../model/offline-set.ts';
import { OfflinePanel, type OfflineState } from '../../views/components/offline-panel/offline-panel.tsx';
import type { OfflinePageData, OfflineTown } from '../../views/offline-page-data.ts';
import { KeepError, keepSet, loadSet } from './keep-set.ts';
import { isSwitchedOn, switchOff, switchOn } from './switch.ts';
import type { Storage } from './storage.ts';

interface AppProps {
  readonly t: Translate;
  readonly formats: Formats;
  readonly page: OfflinePageData;
  readonly storage: Storage;
}

/** The towns of a page; where it is the page about offline use, also what concerns the whole device. */
export function OfflineApp({ t, formats, page, storage }: AppProps): VNode {
  const [on, setOn] = useState<boolean | 'removed'>();
  useEffect(() => void isSwitchedOn(storage).then(setOn), [storage]);
  const turnOn = async (): Promise<void> => {
    await switchOn(storage);
    setOn(true);
  };
  const remove = async (): Promise<void> => {
    await switchOff(storage);
    setOn('removed');
  };
  return (
    <>
      {page.isWhole && (
        <div class="offline-panel">
          <h2>{t('offline.device')}</h2>
          <p role="status">
            {on === true ? t('offline.on') : on === 'removed' ? t('offline.removed') : t('offline.off')}
          </p>
          <p class="offline-panel-actions">
            {on === true ? (
              <button class="button button-second" type="button" onClick={() => void remove()}>
                {t('offline.remove-all')}
              </button>
            ) : (
              <button class="button" type="button" disabled={on === undefined} onClick={() => void turnOn()}>
                {t('offline.switch-on')}
              </button>
            )}
          </p>
        </div>
      )}
      {page.towns.map((town) => (
        // Anew after everything was removed.
        <TownPanel
          key={`${town.id} ${on === 'removed'}`}
          {...{ t, formats, page, storage, town }}
          onKept={() => setOn(true)}
        />
      ))}
    </>
  );
}

function TownPanel({
  t,
  formats,
  page,
  storage,
  town,
  onKept,
}: AppProps & { readonly town: OfflineTown; readonly onKept: () => void }): VNode {
  const { lang, root } = page;
  const [state, setState] = useState<OfflineState>({ kind: 'idle' });
  const [current, setCurrent] = useState<OfflineSet>();
  const [kept, setKept] = useState<OfflineSet>();
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    void storage.sets(lang).then((sets) => setKept(sets.find(({ set }) => set.town === town.id)?.set));
    // The size is asked for when somebody gets to see it.
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      loadSet(root, lang, town.id).then(setCurrent, () => {});
    });
    if (place.current) observer.observe(place.current);
    return () => observer.disconnect();
  }, [storage, lang, root, town.id]);

  const keep = async (): Promise<void> => {
    setState({ kind: 'working', done: 0, total: 1 });
    try {
      await switchOn(storage);
      onKept();
      const set = await keepSet(storage, { lang, town: town.id }, (done, total) =>
        setState({ kind: 'working', done, total }),
      );
      setCurrent(set);
      setKept(set);
      setState({ kind: 'idle' });
    } catch (error) {
      setState({ kind: 'failed', reason: error instanceof KeepError ? error.reason : 'connection' });
    }
  };
  const remove = async (): Promise<void> => {
    await storage.remove(lang, town.id);
    setKept(undefined);
  };
  const shown: OfflineState =
    state.kind === 'idle' && kept
      ? { kind: 'kept', date: kept.date, isOutdated: current !== undefined && current.id !== kept.id }
      : state;
  return (
    <div ref={place}>
      <OfflinePanel
        t={t}
        number={formats.number}
        date={formats.date}
        title={page.isWhole ? town.title : undefined}
        lead={page.isWhole ? undefined : t('offline.what')}
        offers={(current ?? kept)?.offers ?? town.offers}
        bytes={(current ?? kept)?.bytes}
        state={shown}
        onKeep={() => void keep()}
        onRemove={() => void remove()}
      />
    </div>
  );
}
