// When a circle meets: its rule, the days ahead, and what became of them.
import { api, ask, ifMatch } from '#lib/api.ts';
import { daysFrom, today } from '#lib/format.ts';
import { fiscalDays, fiscalMonths, fiscalQuarter, fiscalYear } from '#lib/fiscal.ts';
import type { DayForm, LaidOut, MonthOfCircle, Rhythm, RhythmForm, RhythmReply } from '../types.ts';

const of = (circle: string) => ({ path: { circle } });

export const getRhythm = (circle: string): Promise<RhythmReply> => ask(api.GET('/api/circles/{circle}/rhythm', { params: of(circle) }));

export const changeRhythm = (circle: string, version: number, body: RhythmForm): Promise<RhythmReply> =>
  ask(api.PUT('/api/circles/{circle}/rhythm', { params: { ...of(circle), header: ifMatch(version) }, body }));

const ofDay = (circle: string, day: string) => ({ params: { path: { circle, day } } });

export const settleDay = (circle: string, day: string, body: DayForm): Promise<RhythmReply> =>
  ask(api.PUT('/api/circles/{circle}/rhythm/days/{day}', { ...ofDay(circle, day), body }));

export const unsettleDay = (circle: string, day: string): Promise<RhythmReply> =>
  ask(api.DELETE('/api/circles/{circle}/rhythm/days/{day}', ofDay(circle, day)));

/** Makes a session for each day of the span that has none; the days on which it did. */
export const planAhead = async (circle: string, span: Span): Promise<string[]> =>
  (await ask(api.POST('/api/circles/{circle}/rhythm/sessions', { params: of(circle), body: span }))).days;

/** A rule as another calendar program writes it, whose first day is `first`. */
export const readRule = (text: string, first: string): Promise<Rhythm> =>
  ask(api.GET('/api/rhythm', { params: { query: { text, first } } }));

export type Span = { from: string; to: string };
export type NamedSpan = Span & { year: number; quarter?: number };

/** What one plans in one go: the quarter one is in, those after it, and the year. Only what lies ahead. */
export function spansAhead(begins: number, now = today()): NamedSpan[] {
  const quarters: NamedSpan[] = [];
  let first = now;
  while (quarters.length < 3) {
    const year = fiscalYear(first, begins);
    const quarter = fiscalQuarter(first, begins);
    const after = quarter === 4 ? fiscalMonths(year + 1, begins)[0]! : fiscalMonths(year, begins)[quarter * 3]!;
    quarters.push({ from: first, to: daysFrom(after, -1), year, quarter });
    first = after;
  }
  const year = fiscalYear(now, begins);
  return [...quarters, { from: now, to: fiscalDays(year, begins).to, year }];
}

export const threeMonthsOn = (): string => daysFrom(today(), 92);

/** It meets on a known day, and nothing is planned for it yet. */
export const awaitsPlan = ({ on, session }: LaidOut): boolean => Boolean(on) && !session;

/** The day under which it stands in the list. */
export const shownOn = ({ on, due }: LaidOut): string => on ?? due;

export function byMonth(days: LaidOut[]): { month: string; days: LaidOut[] }[] {
  const months: { month: string; days: LaidOut[] }[] = [];
  for (const day of days.toSorted((a, b) => shownOn(a).localeCompare(shownOn(b)))) {
    const month = shownOn(day).slice(0, 7);
    if (months.at(-1)?.month !== month) months.push({ month, days: [] });
    months.at(-1)!.days.push(day);
  }
  return months;
}

/** Of the last twelve full months; the target is unknown where one of them has none. */
export function lastYear(months: MonthOfCircle[]): { held: number; due: number | undefined } {
  const full = months.slice(-13, -1);
  const known = full.every(({ due }) => due !== undefined);
  return {
    held: full.reduce((sum, { held }) => sum + held, 0),
    due: known ? full.reduce((sum, { due }) => sum + due!, 0) : undefined,
  };
}
