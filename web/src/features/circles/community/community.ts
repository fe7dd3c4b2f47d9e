// The calendar of a place: what it keeps, month by month, and what a planned day would meet.
import * as say from '#say';
import { api, ask } from '#lib/api.ts';
import { dayOf, longDate, shortDate } from '#lib/format.ts';
import { thai } from '#lib/say/language.svelte.ts';
import type { CommunityCalendar, Kept, KeptDay, LocalDay, LookedAt } from '../types.ts';

export const keptKinds: Record<Kept, () => string> = {
  merit: say.circles_kept_merit,
  season: say.circles_kept_season,
  evening: say.circles_kept_evening,
  holiday: say.circles_kept_holiday,
  holy: say.circles_kept_holy,
  rush: say.circles_kept_rush,
};

export const getCalendar = (code: string, year?: number): Promise<CommunityCalendar> =>
  ask(api.GET('/api/areas/{code}/calendar', { params: { path: { code }, query: year ? { year } : {} } }));

/** "new" is none. */
export const findLocalDay = async (number: string): Promise<LocalDay | undefined> =>
  number === 'new' ? undefined : ask(api.GET('/api/local-days/{local_day}', { params: { path: { local_day: number } } }));

export const lookAt = (circle: string, date: string, starts: string): Promise<LookedAt> =>
  ask(api.GET('/api/circles/{circle}/calendar', { params: { path: { circle }, query: { date, ...(starts ? { starts } : {}) } } }));

/** What this program knows by itself is called by its kind. */
export const nameOf = ({ kind, name, name_en }: KeptDay): string => (thai() ? name : name_en || name) || keptKinds[kind]();

export const spanOf = ({ first, last }: Pick<KeptDay, 'first' | 'last'>): string =>
  first === last ? longDate(first) : `${shortDate(first)} – ${shortDate(last)}`;

/** วันพระ · งานบุญสลากภัต */
export const namesOf = (kept: KeptDay[]): string => [...new Set(kept.map(nameOf))].join(' · ');

export type KeptMonth = { month: string; holy: string; days: KeptDay[] };

/** Every month from the first to the last, also those that keep nothing; a span that began before stands in the first. */
export function monthsOf({ from, to, calendar }: Pick<CommunityCalendar, 'from' | 'to' | 'calendar'>): KeptMonth[] {
  const months: KeptMonth[] = [];
  const begins = (day: KeptDay) => (day.first < from ? from : day.first).slice(0, 7);
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = monthAfter(month)) {
    const days = calendar.days.filter((day) => begins(day) === month);
    const isOfMoon = ({ kind, own }: KeptDay) => kind === 'holy' && !own;
    months.push({
      month: `${month}-01`,
      holy: days
        .filter(isOfMoon)
        .map(({ first }) => dayOf(first))
        .join(', '),
      days: days.filter((day) => !isOfMoon(day)),
    });
  }
  return months;
}

function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
