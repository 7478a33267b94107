import { nextOccurrences, weekdays, type ScheduleItem } from '../../model/schedule.ts';
import type { CatalogueOffer } from '../../model/catalogue.ts';
import type { IsoDate } from '../../model/diagnostic.ts';
import type { Exporting } from '../exporting.ts';
import { ruleDays } from '../recurrence.ts';

const offsets = new Map<string, number>();

/** Hours that a time zone is ahead of UTC on a day. HSDS has room for one number only: summer and winter differ. */
export function utcOffset(timeZone: string, date: IsoDate): number {
  const key = `${timeZone} ${date}`;
  let offset = offsets.get(key);
  if (offset === undefined) offsets.set(key, (offset = reckonOffset(timeZone, date)));
  return offset;
}

function reckonOffset(timeZone: string, date: IsoDate): number {
  const noon = new Date(`${date}T12:00:00Z`);
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const at = Object.fromEntries(parts.formatToParts(noon).map(({ type, value }) => [type, Number(value)]));
  const days = at['day']! - noon.getUTCDate();
  // At most a day apart; over the end of a month the difference is large.
  const dayShift = days === 0 ? 0 : days === 1 || days < -1 ? 24 : -24;
  return dayShift + at['hour']! + at['minute']! / 60 - 12;
}

/** The first day of a rhythm that depends on where it begins. */
function firstDay({ school_holidays: _holidays, ...item }: ScheduleItem, from: IsoDate): IsoDate | undefined {
  const [first] = nextOccurrences([item], { from, count: 1, schoolHolidays: [], isPublicHoliday: () => false });
  return first?.date;
}

/** The times of an offer: what recurs as a rule, single dates one by one; a note alone as text. */
export function hsdsSchedules({ id, data, standing }: CatalogueOffer, exporting: Exporting): object[] {
  const { uuid, catalogue, date: today } = exporting;
  if (standing === 'paused' && data.paused?.until === undefined) return [];
  const online = data.delivery.includes('online');
  return (data.schedule ?? []).flatMap((item, index) => {
    const { days, from, to, every = 'week', dates, valid, note } = item;
    const common = {
      service_id: uuid('service', id),
      ...(from === undefined ? {} : { opens_at: from }),
      ...(to === undefined ? {} : { closes_at: to }),
      timezone: utcOffset(
        catalogue.site.time_zone,
        valid?.from !== undefined && valid.from > today ? valid.from : today,
      ),
      ...(online && data.delivery.length === 1 ? { attending_type: 'online' } : {}),
      ...(note === undefined ? {} : { notes: note }),
    };
    const rules: object[] = [];
    if (days) {
      const rule = ruleDays({ ...item, days: weekdays.filter((day) => days.includes(day)) });
      const begins = valid?.from === undefined ? undefined : firstDay(item, valid.from);
      rules.push({
        id: uuid('schedule', id, index),
        ...common,
        ...(valid?.from === undefined ? {} : { valid_from: valid.from }),
        ...(valid?.until === undefined ? {} : { valid_to: valid.until, until: valid.until }),
        ...(begins === undefined ? {} : { dtstart: begins }),
        freq: rule.every === 'week' ? 'WEEKLY' : 'MONTHLY',
        interval: every === 'two-weeks' ? 2 : 1,
        wkst: 'MO',
        byday: rule.days.join(','),
      });
    }
    for (const date of dates ?? []) {
      rules.push({
        id: uuid('schedule', id, index, date),
        ...common,
        valid_from: date,
        valid_to: date,
        dtstart: date,
        freq: 'WEEKLY',
        interval: 1,
        count: 1,
      });
    }
    return rules.length > 0 ? rules : [{ id: uuid('schedule', id, index), ...common }];
  });
}
