// The life of a circle: what is drawn of it over the years.
import { api, ask } from '#lib/api.ts';
import { monthOf, yearOf } from '#lib/format.ts';
import * as say from '#say';
import { thai } from '#lib/say/language.svelte.ts';
import type { Words } from '#lib/words.ts';
import type { YearWanted } from '../year/year.ts';
import type { Ladder, LadderForm, LadderReport, LifeReply, LifeSession, OfficeLine, Rung, RungCount, Sector } from '../types.ts';

export const getLife = (circle: string): Promise<LifeReply> => ask(api.GET('/api/circles/{circle}/life', { params: { path: { circle } } }));

export const getCircleReport = (circle: string): Promise<LadderReport> =>
  ask(api.GET('/api/circles/{circle}/participation', { params: { path: { circle } } }));

export const getAreaReport = (code: string): Promise<LadderReport> =>
  ask(api.GET('/api/areas/{code}/participation', { params: { path: { code } } }));

export const getLadder = (session: string): Promise<Ladder> =>
  ask(api.GET('/api/sessions/{session}/participation', { params: { path: { session } } }));

export const tellLadder = (session: number, body: LadderForm): Promise<Ladder> =>
  ask(api.PUT('/api/sessions/{session}/participation', { params: { path: { session: String(session) } }, body }));

export const getRungs = ({ year, organiser, area }: YearWanted): Promise<RungCount[]> =>
  ask(
    api.GET('/api/circles/rungs', {
      params: { query: { year, ...(organiser ? { organiser: organiser.id } : {}), ...(area ? { area: area.id } : {}) } },
    }),
  );

/** From the lowest up. */
export const rungs: Words<Rung> = {
  inform: say.circles_rung_inform,
  consult: say.circles_rung_consult,
  involve: say.circles_rung_involve,
  collaborate: say.circles_rung_collaborate,
  empower: say.circles_rung_empower,
};
export const rungNames = Object.keys(rungs) as Rung[];

const shade = (part: number) => `color-mix(in srgb, var(--indigo) ${part}%, var(--surface))`;
/** The higher, the darker. */
export const shades: Record<Rung | 'unsaid', string> = {
  empower: shade(100),
  collaborate: shade(72),
  involve: shade(48),
  consult: shade(26),
  inform: shade(8),
  unsaid: 'transparent',
};
/** What the shades mean, from the highest rung down. */
export const rungLegend = () => [
  ...rungNames.toReversed().map((rung) => ({ name: rungs[rung](), colour: shades[rung] })),
  { name: say.circles_rung_unsaid(), colour: shades.unsaid },
];

// ---- periods ----

/** A quarter or a year of the calendar: what happened in it, by its first day. */
export type Period = { first: string; name: string };

const longestInQuarters = 4;
const monthsOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
const firstOf = (months: number) => `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;

/** Quarters, or years where the life is longer than four of them; also those in which nothing was. */
export function periodsOf(dates: string[]): Period[] {
  if (!dates.length) return [];
  const [from, to] = [monthsOf(dates[0]!), monthsOf(dates.at(-1)!)];
  const months = to - from >= longestInQuarters * 12 ? 12 : 3;
  const periods: Period[] = [];
  for (let at = from - (from % months); at <= to; at += months) {
    const first = firstOf(at);
    const year = thai() ? yearOf(first).slice(-2) : yearOf(first);
    periods.push({ first, name: months === 12 ? yearOf(first) : `${monthOf(first)}–${monthOf(firstOf(at + 2))} ${year}` });
  }
  return periods;
}

/** Where in `periods` a day ("2026-11-18") or month ("2026-11") lies. */
export const placeIn = (periods: Period[], date: string): number =>
  periods.findLastIndex(({ first }) => first.slice(0, 7) <= date.slice(0, 7));

// ---- what is drawn ----

/** How many sessions of each period reached which rung, and of how many nobody has said it. */
export type RungPeriod = Period & { counts: Record<Rung, number>; unsaid: number; all: number };

export const byRung = (sessions: LifeSession[]): RungPeriod[] =>
  byRungIn(sessions.map(({ date, rung }) => ({ month: date, rung, sessions: 1 })));

/** The same of a report, which counts by month; the oldest first. */
export function byRungIn(months: { month: string; rung?: Rung | undefined; sessions: number }[]): RungPeriod[] {
  const periods = periodsOf(months.map(({ month }) => month));
  const told = periods.map((period): RungPeriod => {
    const counts = Object.fromEntries(rungNames.map((name) => [name, 0])) as Record<Rung, number>;
    return { ...period, counts, unsaid: 0, all: 0 };
  });
  for (const { month, rung, sessions } of months) {
    const period = told[placeIn(periods, month)]!;
    period.all += sessions;
    if (rung) period.counts[rung] += sessions;
    else period.unsaid += sessions;
  }
  return told;
}

/** Person-times of each period; `undefined` where nobody counted. */
export type Over = { name: string; values: (number | undefined)[]; all: number };

const sum = (values: (number | undefined)[]) => values.reduce<number>((all, value) => all + (value ?? 0), 0);
const over = (name: string, values: (number | undefined)[]): Over => ({ name, values, all: sum(values) });

export function bySector(sessions: LifeSession[], names: Words<Sector>): Over[] {
  const periods = periodsOf(sessions.map(({ date }) => date));
  const lines = (Object.keys(names) as Sector[]).map((sector) => {
    const values: (number | undefined)[] = periods.map(() => undefined);
    for (const session of sessions) {
      const counted = session.sectors.find((each) => each.sector === sector);
      const place = placeIn(periods, session.date);
      if (counted) values[place] = (values[place] ?? 0) + counted.people;
    }
    return over(names[sector](), values);
  });
  return lines.filter(({ values }) => values.some((value) => value !== undefined));
}

export const byOffice = (offices: OfficeLine[], periods: Period[]): Over[] =>
  offices.map(({ office, months }) => {
    const values: (number | undefined)[] = periods.map(() => undefined);
    for (const { month, people } of months) {
      const place = placeIn(periods, month);
      values[place] = (values[place] ?? 0) + people;
    }
    return over(office, values);
  });

/** A sector in all its sessions: person-times by the rung that the session reached, and where nobody has said it. */
export type SectorRungs = { name: string; counts: Record<Rung, number>; unsaid: number; all: number };

export function sectorRungs({ sectors }: Pick<LadderReport, 'sectors'>, names: Words<Sector>): SectorRungs[] {
  const lines = (Object.keys(names) as Sector[]).map((sector): SectorRungs => {
    const of = sectors.filter((each) => each.sector === sector);
    const at = (rung?: Rung) => sum(of.filter((each) => each.rung === rung).map(({ people }) => people));
    const counts = Object.fromEntries(rungNames.map((name) => [name, at(name)])) as Record<Rung, number>;
    return { name: names[sector](), counts, unsaid: at(), all: sum(of.map(({ people }) => people)) };
  });
  return lines.filter(({ all }) => all > 0);
}

/** Different people in all, who came again, and who rose. */
export function personsOf({ persons }: Pick<LadderReport, 'persons'>): { all: number; again: number; rose: number } {
  const total = (of: 'persons' | 'again' | 'rose') => sum(persons.map((each) => each[of]));
  return { all: total('persons'), again: total('again'), rose: total('rose') };
}
