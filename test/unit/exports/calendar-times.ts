import ICAL from 'ical.js';

/** When a calendar lets its events begin and end, up to a day, read by somebody else's parser: instants, or days. */
export function timesInCalendar(text: string, until: string): { uid: string; start: string; end: string }[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  // Only the time zones that stand in the calendar itself count.
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const times: { uid: string; start: string; end: string }[] = [];
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(component);
    const add = (from: ICAL.Time): boolean => {
      if (from.toString().slice(0, 10) > until) return false;
      const { startDate, endDate } = event.getOccurrenceDetails(from);
      times.push({ uid: event.uid, start: instant(startDate), end: instant(endDate) });
      return true;
    };
    if (!event.isRecurring()) add(event.startDate);
    else {
      const iterator = event.iterator();
      for (let at = iterator.next() as ICAL.Time | undefined; at && add(at);)
        at = iterator.next() as ICAL.Time | undefined;
    }
  }
  return times.sort((a, b) => (a.start + a.uid < b.start + b.uid ? -1 : 1));
}

const instant = (time: ICAL.Time): string => (time.isDate ? time.toString() : time.toJSDate().toISOString());
