import { dateIn } from './date-in';
import type { Words } from './words';

/** "Today", "Yesterday", or the date. */
export function dayName(words: Words, at: number, now: number): string {
  const daysAgo = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000);
  if (daysAgo === 0) return words.t('message.day_today');
  if (daysAgo === 1) return words.t('message.day_yesterday');
  return dateIn(words.language, at, now);
}

export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** Days are not all 24 hours long. */
export function startOfNextDay(at: number): number {
  const day = new Date(at);
  day.setDate(day.getDate() + 1);
  return startOfDay(day.getTime());
}
