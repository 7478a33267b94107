import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Formats } from '../../i18n/formats.ts';
import type { Translate } from '../../i18n/translator.ts';
import { planWeek } from '../../model/plan-week.ts';
import { publicHolidaysOf } from '../../model/public-holidays.ts';
import { linesPerDay, rangeText, weekDays } from '../../pages/week/week-days.ts';
import { Notice } from '../../views/components/notice/notice.tsx';
import { WeekTools } from '../../views/components/week-plan/week-tools.tsx';
import { WeekPlan } from '../../views/components/week-plan/week-plan.tsx';
import type { WeekFile, WeekPageData } from '../../views/week-page-data.ts';
import { todayHere } from '../today.ts';
import { hasLater, isOld, moveWeek, readWeekState, writeWeekState, type WeekState } from './week-state.ts';

interface Props {
  readonly t: Translate;
  readonly formats: Formats;
  readonly page: WeekPageData;
  /** The seven days from the day of the build, as the page brings them. */
  readonly plan: HTMLElement;
}

/** Shows the days from today on, another week or one topic in place of what the page brings. */
export function WeekApp({ t, formats, page, plan }: Props): VNode {
  const [today] = useState(todayHere);
  const [state, setState] = useState<WeekState>(() => readWeekState(location.search, today));
  const [file, setFile] = useState<WeekFile>();
  const [failed, setFailed] = useState(false);
  const shown = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const asIs = today === page.built && state.from === undefined && state.topic === undefined;
  const isReady = !asIs && file !== undefined;

  useEffect(() => {
    const onPopState = (): void => setState(readWeekState(location.search, today));
    addEventListener('popstate', onPopState);
    return () => removeEventListener('popstate', onPopState);
  }, []);

  useEffect(() => {
    if (asIs || file || page.file === undefined) return;
    setFailed(false);
    load(page.file).then(setFile, () => setFailed(true));
  }, [asIs, state]);

  useLayoutEffect(() => {
    plan.hidden = isReady;
    // What has passed since the page was made helps nobody.
    for (const day of plan.querySelectorAll<HTMLElement>('[data-date]')) day.hidden = day.dataset.date! < today;
  }, [isReady]);

  useEffect(() => {
    if (moved.current && isReady) shown.current?.focus();
    moved.current = false;
  }, [isReady, state]);

  const change = (next: WeekState): void => {
    history.pushState(null, '', `${location.pathname}${writeWeekState(next)}`);
    setState(next);
  };
  const move = (days: number): void => {
    moved.current = true;
    change(moveWeek(state, days, today));
  };
  const chooseTopic = (topic: string): void => {
    const { topic: _, ...rest } = state;
    change(topic === '' ? rest : { ...rest, topic });
  };
  const days = isReady
    ? planWeek(
        file.entries.filter(({ topics }) => state.topic === undefined || topics.includes(state.topic)),
        state.from ?? today,
        {
          schoolHolidays: [...file.schoolHolidays],
          isPublicHoliday: publicHolidaysOf(file.country, file.state),
        },
      )
    : undefined;
  const count = days?.reduce((sum, { times }) => sum + times.length, 0);
  return (
    <>
      {isOld(file?.built ?? page.built, today) && (
        <Notice tone="wait" title={t('week.old', { date: formats.date(file?.built ?? page.built) })} />
      )}
      {page.file !== undefined && (
        <WeekTools
          t={t}
          topics={page.topics}
          topic={state.topic ?? ''}
          hasEarlier={state.from !== undefined}
          hasLater={hasLater(state, today)}
          onTopic={chooseTopic}
          onMove={move}
          onPrint={() => print()}
        />
      )}
      <p class="visually-hidden" role="status">
        {days && count !== undefined ? `${rangeText(days, { t, formats })}: ${t('week.dates', { count })}` : ''}
      </p>
      {failed && !asIs && <Notice tone="wait" title={t('week.failed')} />}
      {days && (
        <div ref={shown} tabIndex={-1} class="week-shown">
          <WeekPlan
            t={t}
            range={rangeText(days, { t, formats })}
            days={weekDays(
              days,
              (entry) => entry,
              { t, formats },
              {
                // One topic is all that is asked for, so all of it is shown.
                perDay: state.topic === undefined ? linesPerDay : Infinity,
                list: page.list,
              },
            )}
          />
        </div>
      )}
    </>
  );
}

async function load(address: string): Promise<WeekFile> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as WeekFile;
}
