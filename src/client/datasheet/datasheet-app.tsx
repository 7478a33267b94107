import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Translate } from '../../i18n/translator.ts';
import type { Diagnostic, FieldPath } from '../../model/diagnostic.ts';
import { ErrorSummary, type SummaryEntry } from '../../views/components/error-summary/error-summary.tsx';
import { FormField, type FieldNote } from '../../views/components/form-field/form-field.tsx';
import { FormProgress } from '../../views/components/form-progress/form-progress.tsx';
import { Notice } from '../../views/components/notice/notice.tsx';
import type { DatasheetPageData, OfferSource } from '../../views/datasheet-page-data.ts';
import { loadChecker, withText, withWords, type Checker } from './checker.ts';
import { describeProblem } from './describe-problem.ts';
import { deleteDraft, readDraft, writeDraft, type Draft } from './draft.ts';
import { FieldList } from './field-control.tsx';
import { HandInWays, type SheetFile } from './hand-in-ways.tsx';
import type { HandIn } from './inbox-client.ts';
import { bodyId, locateProblem, type Spot } from './locate-problem.ts';
import { loadOffer } from './load-offer.ts';
import { makeId } from './make-id.ts';
import { OfferPreview } from './offer-preview.tsx';
import { rebase } from './rebase.ts';
import {
  changesBetween,
  newOrganisationKey,
  textOf,
  toData,
  toSheet,
  withValue,
  type Data,
  type Sheet,
} from './sheet-data.ts';
import { todayHere } from '../today.ts';

interface Props {
  readonly t: Translate;
  readonly page: DatasheetPageData;
  /** The offer that is to be changed. */
  readonly offer?: OfferSource | undefined;
  /** An offer was asked for that does not exist. */
  readonly isUnknown: boolean;
}

/** A problem with its place and its words. */
interface Shown extends Spot {
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

type DraftState = 'unasked' | 'asking' | 'kept' | 'refused' | 'deleted';

const staleId = 'sheet-stale';

/** Shown instead of a step's number in the address, so that the back button of the browser leads a step back. */
const stepInHash = (count: number): number => {
  const number = Number(/^#(\d+)$/.exec(location.hash)?.[1] ?? 1);
  return Math.min(Math.max(number, 1), count) - 1;
};

/** The data sheet, step by step. */
export function DatasheetApp({ t, page, offer: opened, isUnknown }: Props): VNode {
  const { steps } = page;
  const today = useMemo(todayHere, []);
  /** The offer that is changed, as it was when it was last loaded. */
  const [offer, setOffer] = useState(opened);
  const kept = useMemo(() => readDraft(offer?.id), []);
  /** The draft, on top of what has become of the offer since it was begun. */
  const begun = useMemo(
    () =>
      kept?.base && offer && kept.base.of !== offer.of
        ? rebase(steps, kept.base, offer, kept)
        : kept && { sheet: kept.sheet, body: kept.body, both: undefined },
    [],
  );
  const [sheet, setSheet] = useState<Sheet>(() => begun?.sheet ?? firstSheet());
  const [body, setBody] = useState(() => begun?.body ?? offer?.body.trim() ?? '');
  /** Fields that somebody else has changed as well; undefined where nobody has changed anything meanwhile. */
  const [stale, setStale] = useState<readonly string[] | 'wait' | undefined>(begun?.both);
  const [step, setStep] = useState(() => (kept ? Math.min(kept.step, steps.length - 1) : stepInHash(steps.length)));
  const [draft, setDraft] = useState<DraftState>(kept ? 'kept' : 'unasked');
  const [checker, setChecker] = useState<Checker>();
  const [failed, setFailed] = useState(false);
  /** Steps that the reader has tried to leave: only there are mistakes named. */
  const [tried, setTried] = useState<ReadonlySet<number>>(new Set());
  const [summary, setSummary] = useState(false);
  const [refused, setRefused] = useState<readonly Diagnostic[]>([]);
  const [sent, setSent] = useState(false);
  const fieldsOfActionChosen = useRef(sheet['fields_of_action'] !== undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  const summaryHeading = useRef<HTMLHeadingElement>(null);
  const focus = useRef<string | undefined>(undefined);

  function firstSheet(): Sheet {
    if (offer) return { ...toSheet(steps, offer.data), reviewed: today };
    return {
      status: 'active',
      languages: [{ code: page.sourceLanguage, kind: 'spoken' }],
      reviewed: today,
      review_every: '12',
    };
  }

  const toId = checker?.script.toId ?? ((name: string) => name);
  const data = useMemo(() => toData(steps, sheet, (name) => makeId(name, 'organisation', toId)), [sheet, checker]);
  const id = offer?.id ?? makeId(typeof data['title'] === 'string' ? data['title'] : '', 'angebot', toId);
  const changes = offer ? changesBetween(steps, offer.data, data) : undefined;

  const problems = useMemo((): readonly Shown[] => {
    if (!checker) return [];
    const now = offer ? dropNull({ ...offer.data, ...changes }) : data;
    const bodyChanged = offer === undefined || body.trim() !== offer.body.trim();
    return [...checker.check(id, now, body, sheet), ...refused]
      .filter((problem) => !changes || concernsChange(problem, changes, bodyChanged))
      .filter((problem) => !followsFromTopics(problem, now))
      .map((problem): Shown => {
        const spot = locateProblem(steps, problem, t('offer.about'));
        const message = describeProblem(problem, spot.label.value, t, checker.words);
        return { ...spot, message, severity: problem.severity };
      });
  }, [checker, sheet, body, refused]);

  const notes = useMemo(() => {
    const found = new Map<string, FieldNote[]>();
    for (const { step: of, id: control, message, severity } of problems) {
      if (of !== -1 && !tried.has(of)) continue;
      const there = found.get(control) ?? [];
      if (!there.some(({ text }) => text === message)) found.set(control, [...there, { text: message, severity }]);
    }
    return found;
  }, [problems, tried]);

  const hasText = body.trim() !== '' || steps[step]?.id === 'description';

  /** Undefined where something that is needed now cannot be loaded. */
  const load = async (): Promise<Checker | undefined> => {
    try {
      let loaded = checker ?? (await loadChecker(page, today));
      if (hasText && !loaded.text) loaded = await withText(loaded, page);
      setChecker(loaded);
      setFailed(false);
      return loaded;
    } catch {
      setFailed(true);
      return undefined;
    }
  };

  // Loaded while the first questions are answered, and again when there is something to read.
  useEffect(() => void load(), [hasText]);

  useEffect(() => {
    if (!checker || checker.words || notes.size === 0) return;
    // Without them the short messages stand there.
    withWords(checker, page).then(setChecker, () => {});
  }, [checker, notes.size]);

  useEffect(() => {
    if (kept) history.replaceState(null, '', `#${step + 1}`);
    const onPopState = (): void => {
      setSummary(false);
      setStep(stepInHash(steps.length));
    };
    addEventListener('popstate', onPopState);
    return () => removeEventListener('popstate', onPopState);
  }, []);

  useEffect(() => {
    if (draft !== 'kept') return undefined;
    const timer = setTimeout(() => writeDraft(draftNow()), 300);
    return () => clearTimeout(timer);
  }, [draft, offer, sheet, body, step]);

  useLayoutEffect(() => {
    const wanted = focus.current;
    focus.current = undefined;
    if (wanted === undefined) return;
    if (wanted === 'step') heading.current?.focus();
    else if (wanted === 'summary') summaryHeading.current?.focus();
    else {
      const control = document.getElementById(wanted);
      control?.closest('details')?.setAttribute('open', '');
      const inner = control?.matches('fieldset') ? control.querySelector<HTMLElement>('input, select, textarea') : null;
      (inner ?? control)?.focus();
    }
  });

  const draftNow = (): Draft => ({ ...(offer ? { id: offer.id, base: offer } : {}), sheet, body, step });

  /** The inbox knows a newer state of the offer: the changes are put on top of it, and the reader looks once more. */
  const renew = async (): Promise<void> => {
    const fresh = offer && (await loadOffer(page, offer.id));
    if (!offer || !fresh || fresh.of === offer.of) setStale('wait');
    else {
      const next = rebase(steps, offer, fresh, { sheet, body });
      setOffer(fresh);
      setSheet(next.sheet);
      setBody(next.body);
      setStale(next.both);
    }
    focus.current = staleId;
  };

  const ask = (): void => setDraft((state) => (state === 'unasked' ? 'asking' : state));

  const form = {
    t,
    sheet,
    title: steps[step]!.title,
    notes,
    set(path: FieldPath, value: unknown): void {
      ask();
      setRefused([]);
      setSent(false);
      if (path[0] === 'fields_of_action') fieldsOfActionChosen.current = true;
      setSheet((old) => {
        const next = withValue(old, path, value) as Sheet;
        return path[0] === 'topics' && !fieldsOfActionChosen.current ? withFieldsOfAction(next) : next;
      });
    },
  };

  /** A topic knows which fields of action it belongs to; who knows better chooses others. */
  function withFieldsOfAction(next: Sheet): Sheet {
    const topics = (next['topics'] ?? []) as readonly string[];
    const fields = new Set(topics.flatMap((topic) => page.vocabularies['topics']?.[topic]?.fieldsOfAction ?? []));
    return { ...next, fields_of_action: fields.size > 0 ? [...fields] : undefined };
  }

  const go = (next: number): void => {
    setSummary(false);
    setStep(next);
    focus.current = 'step';
    history.pushState(null, '', `#${next + 1}`);
  };

  const isLast = step === steps.length - 1;
  const errorsOf = (of: number): readonly Shown[] =>
    problems.filter((problem) => problem.severity === 'error' && (problem.step === of || problem.step === -1));

  const next = async (): Promise<void> => {
    const loaded = await load();
    if (!loaded) return;
    // What is read out shall not change a moment later.
    if (!loaded.words && errorsOf(step).length > 0) setChecker(await withWords(loaded, page).catch(() => loaded));
    setTried((old) => new Set([...old, step]));
    setWantsNext(true);
  };
  const [wantsNext, setWantsNext] = useState(false);
  useEffect(() => {
    if (!wantsNext || !checker) return;
    setWantsNext(false);
    if (errorsOf(step).length === 0) {
      const following = step + 1;
      // At the end everything is looked at, also steps that were passed over.
      if (following === steps.length - 1) setTried(new Set(steps.keys()));
      go(following);
      return;
    }
    focus.current = 'summary';
    setSummary(true);
  }, [wantsNext, checker, problems]);

  const goTo = (target: number): void => {
    if (target === steps.length - 1) setTried(new Set(steps.keys()));
    go(target);
  };

  const goToControl = (control: string): void => {
    const spot = problems.find(({ id: of }) => of === control);
    focus.current = control;
    if (spot && spot.step !== step && spot.step !== -1) {
      setStep(spot.step);
      history.pushState(null, '', `#${spot.step + 1}`);
    } else setSheet({ ...sheet });
  };

  const shownProblems = isLast
    ? problems.filter(({ severity }) => severity === 'error')
    : summary
      ? errorsOf(step)
      : [];
  const warnings = isLast ? problems.filter(({ severity, step: of }) => severity === 'warning' && of !== step) : [];
  const entries = uniqueEntries(shownProblems);
  const current = steps[step]!;

  const files = (): SheetFile[] => {
    const { writeEntry } = checker!.script;
    const organisation = sheet[newOrganisationKey] as Data | undefined;
    const changedBody = offer && body.trim() === offer.body.trim() ? '' : body;
    return [
      {
        path: `offers/${id}.md`,
        text: writeEntry('offers', changes ?? data, changedBody),
        isChange: changes !== undefined,
      },
      ...(organisation
        ? [
            {
              path: `organisations/${String(data['organisation'])}.md`,
              text: writeEntry('organisations', organisation, ''),
              isChange: false,
            },
          ]
        : []),
    ];
  };

  const handIn = (): HandIn => {
    const added = sheet[newOrganisationKey] as Data | undefined;
    const organisation = added ? { organisation: { id: textOf(data['organisation']), data: added } } : {};
    if (!offer) return { kind: 'offer', lang: page.lang, id, ...organisation, data, body };
    return {
      kind: 'correction',
      lang: page.lang,
      id,
      ...(offer.of === undefined ? {} : { of: offer.of }),
      ...organisation,
      data: changes ?? {},
      ...(body.trim() === offer.body.trim() ? {} : { body }),
    };
  };

  const labelOf = (key: string): string =>
    steps.flatMap(({ fields }) => fields).find((field) => field.key === key)?.label.value ?? t('offer.about');

  return (
    <form
      class="sheet-form"
      data-step={step + 1}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isLast) void next();
      }}
    >
      {isUnknown && <Notice tone="wait" title={t('datasheet.not-found')} />}
      {stale !== undefined && (
        <div id={staleId} tabIndex={-1}>
          <Notice tone="wait" title={t('send.stale')}>
            <p>{t(stale === 'wait' ? 'send.stale-wait' : 'send.stale-kept')}</p>
            {stale !== 'wait' && stale.length > 0 && (
              <p>{t('send.stale-both', { fields: stale.map(labelOf).join(', ') })}</p>
            )}
          </Notice>
        </div>
      )}
      {offer && (
        <p class="sheet-subject">
          {t('datasheet.change')}: <bdi lang={offer.lang}>{String(offer.data['title'])}</bdi>
        </p>
      )}
      <FormProgress t={t} titles={steps.map(({ title }) => title)} current={step} onGo={goTo} />
      <h2 tabIndex={-1} ref={heading}>
        {current.title}
      </h2>
      {failed && (
        <Notice tone="stop" title={t('datasheet.load-error')}>
          <button class="button button-second" type="button" onClick={() => void load()}>
            {t('search.retry')}
          </button>
        </Notice>
      )}
      {entries.length > 0 && (
        <ErrorSummary title={t('datasheet.errors')} entries={entries} headingRef={summaryHeading} onGo={goToControl} />
      )}
      <div class="form-fields" key={current.id}>
        {current.id === 'description' && (
          <FormField
            id={bodyId}
            label={{ value: t('offer.about') }}
            help={{ value: t('datasheet.help.body') }}
            notes={notes.get(bodyId) ?? []}
          >
            {(attributes) => (
              <textarea
                {...attributes}
                rows={9}
                dir="auto"
                value={body}
                onInput={(event) => {
                  ask();
                  setRefused([]);
                  setSent(false);
                  setBody(event.currentTarget.value);
                }}
              />
            )}
          </FormField>
        )}
        <FieldList fields={current.fields} path={[]} form={form} />
      </div>
      <DraftNotice
        t={t}
        state={draft}
        onKeep={() => setDraft(writeDraft(draftNow()) ? 'kept' : 'refused')}
        onRefuse={() => setDraft('refused')}
        onDelete={() => {
          deleteDraft(offer?.id);
          setDraft('deleted');
        }}
      />
      {checker && (
        <details class="sheet-preview" open={isLast}>
          <summary>{t('datasheet.preview')}</summary>
          <OfferPreview
            page={page}
            t={t}
            today={today}
            data={offer ? dropNull({ ...offer.data, ...changes }) : data}
            body={body}
            renderMarkdown={checker.text?.renderMarkdown}
          />
        </details>
      )}
      {isLast && warnings.length > 0 && entries.length === 0 && (
        <ul class="sheet-warnings">
          {uniqueEntries(warnings).map(({ id: control, label, message }) => (
            <li key={control + message}>
              <a
                href={`#${control}`}
                onClick={(event) => {
                  event.preventDefault();
                  goToControl(control);
                }}
              >
                <bdi>{label}</bdi>
              </a>
              <span>{message}</span>
            </li>
          ))}
        </ul>
      )}
      {isLast && checker && entries.length === 0 && (
        <>
          {!sent && <p class="sheet-ready">{t('datasheet.ready')}</p>}
          <HandInWays
            // What the inbox has said was about another state.
            key={offer?.of ?? ''}
            t={t}
            page={page}
            files={files()}
            isCorrection={offer !== undefined}
            subject={`${t(offer ? 'datasheet.change' : 'datasheet.title')}: ${(textOf(data['title']) || id).slice(0, 150)}`}
            handIn={handIn()}
            onSent={() => {
              deleteDraft(offer?.id);
              setDraft('unasked');
              setSent(true);
            }}
            onRefused={setRefused}
            onStale={renew}
          />
        </>
      )}
      <div class="sheet-buttons">
        {step > 0 && (
          <button class="button button-second" type="button" onClick={() => go(step - 1)}>
            {t('datasheet.back')}
          </button>
        )}
        {!isLast && (
          <button class="button" type="submit">
            {t('datasheet.next')}
          </button>
        )}
      </div>
    </form>
  );
}

const dropNull = (data: Data): Data =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null && value !== undefined));

/** What was wrong before, in fields that nobody has touched, is not for the reader to put right. */
function concernsChange({ at, args, code }: Diagnostic, changes: Data, bodyChanged: boolean): boolean {
  if (!Array.isArray(at)) return bodyChanged;
  const field = code === 'missing-field' ? String(args['field']).split(/[.[]/)[0] : (at as FieldPath)[0];
  return field === newOrganisationKey || (field !== undefined && field in changes);
}

/** Fields of action come with the topics: without topics one message says it. */
const followsFromTopics = ({ code, args }: Diagnostic, data: Data): boolean =>
  code === 'missing-field' && args['field'] === 'fields_of_action' && data['topics'] === undefined;

function uniqueEntries(problems: readonly Shown[]): SummaryEntry[] {
  const entries = new Map<string, SummaryEntry>();
  for (const { id, label, message } of problems) entries.set(`${id} ${message}`, { id, label: label.value, message });
  return [...entries.values()];
}

interface DraftNoticeProps {
  readonly t: Translate;
  readonly state: DraftState;
  readonly onKeep: () => void;
  readonly onRefuse: () => void;
  readonly onDelete: () => void;
}

/** Nothing is kept without being asked; what is kept can be deleted at any time. */
function DraftNotice({ t, state, onKeep, onRefuse, onDelete }: DraftNoticeProps): VNode {
  return (
    <div class="sheet-draft">
      {state === 'asking' && (
        <Notice tone="note" title={t('datasheet.draft.ask')}>
          <div class="sheet-draft-buttons">
            <button class="button button-second" type="button" onClick={onKeep}>
              {t('datasheet.draft.keep')}
            </button>
            <button class="button button-plain" type="button" onClick={onRefuse}>
              {t('datasheet.draft.refuse')}
            </button>
          </div>
        </Notice>
      )}
      {state === 'kept' && (
        <p>
          {t('datasheet.draft.kept')}{' '}
          <button class="button button-plain" type="button" onClick={onDelete}>
            {t('datasheet.draft.delete')}
          </button>
        </p>
      )}
      <p role="status">{state === 'deleted' ? t('datasheet.draft.deleted') : ''}</p>
    </div>
  );
}
