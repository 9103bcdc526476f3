/** Times for people. The console speaks English; the hours are as the reader is used to. */
const clockTime = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long' });
const shortDay = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' });

export function timeOf(at: string): string {
  return at ? clockTime.format(new Date(at)) : '';
}

export function dayOf(at: string, now: number): string {
  const day = startOfDay(new Date(at));
  const today = startOfDay(new Date(now));
  if (day === today) return 'Today';
  // Noon of the day before: the day before may have had 23 or 25 hours.
  if (day === startOfDay(new Date(today - 12 * 3_600_000))) return 'Yesterday';
  return weekday.format(new Date(at));
}

/** In the list: the hour if it was today, else the day. */
export function whenOf(at: string, now: number): string {
  if (!at) return '';
  return startOfDay(new Date(at)) === startOfDay(new Date(now)) ? timeOf(at) : shortDay.format(new Date(at));
}

export function dateTimeOf(at: string, now: number): string {
  return at ? `${dayOf(at, now)}, ${timeOf(at)}` : '';
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
