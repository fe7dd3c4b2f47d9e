// A budget year of circles as its page draws it: units, their quarters, and in each the circles with their days.
import { api, ask } from '#lib/api.ts';
import { getArea, titleOf as areaTitle } from '#features/areas/areas.ts';
import type { Suggestion } from '#features/areas/types.ts';
import { getOrganisation, titleOf as organisationTitle } from '#features/people/people.ts';
import { fiscalMonths, fiscalYear } from '#lib/fiscal.ts';
import { clock, longDate, monthOf, monthYear, today } from '#lib/format.ts';
import { sessionStates } from '../labels.ts';
import { titleOf } from '../session/title.ts';
import type { Clash, LookedAt, Participation, SessionCard, UnitPlan, YearPlan } from '../types.ts';

export type Organiser = { id: number; number: number; title: string };
/** `year` counts พ.ศ., as the server asks for it in either language; `begins` is the month with which it begins here. */
export type YearWanted = { year: number; begins: number; organiser: Organiser | undefined; area: Suggestion | undefined };

/** Next year is planned in this one; what was held is kept for ten. */
export const years = (begins: number): number[] => Array.from({ length: 16 }, (_, back) => fiscalYear(today(), begins) + 1 - back);

async function organiserOf(number: string): Promise<Organiser> {
  const { record } = await getOrganisation(number);
  return { id: record.id, number: record.number, title: organisationTitle(record) };
}
async function areaOf(code: string): Promise<Suggestion> {
  const page = await getArea(code);
  return { id: page.area.id, code, level: page.area.level, title: areaTitle(page), path: '' };
}

/** What the address of a page asks for. */
export async function wantedIn(query: URLSearchParams, begins: number): Promise<YearWanted> {
  const year = Number(query.get('year'));
  const [organisation, area] = [query.get('organisation'), query.get('area')];
  const [organiser, place] = await Promise.all([organisation ? organiserOf(organisation) : undefined, area ? areaOf(area) : undefined]);
  return { year: years(begins).includes(year) ? year : fiscalYear(today(), begins), begins, organiser, area: place };
}

export function queryOf({ year, organiser, area }: Omit<YearWanted, 'begins'>): string {
  const query = new URLSearchParams({ year: String(year) });
  if (organiser) query.set('organisation', String(organiser.number));
  if (area) query.set('area', area.code);
  return String(query);
}

/** A session still to come that meets what its place keeps. */
export type Met = LookedAt & { session: SessionCard };
export type Year = { units: UnitPlan[]; clashes: { first: SessionCard; second: SessionCard; reason: Clash['reason'] }[]; met: Met[] };

/** One unit's year is taken out of everybody's, for its halls may be taken by others. */
export async function loadYear({ year, organiser, area }: YearWanted): Promise<Year> {
  const plan = await ask(api.GET('/api/circles/calendar', { params: { query: { year, ...(area ? { area: area.id } : {}) } } }));
  return yearOf(plan, organiser?.id);
}

export function yearOf(plan: YearPlan, organiser: number | undefined): Year {
  const all = new Map(plan.units.flatMap((unit) => sessionsOf(unit)).map((session) => [session.address, session]));
  const wanted = (unit: { organiser_id: number }) => organiser === undefined || unit.organiser_id === organiser;
  const clashes = plan.clashes
    .map(({ first, second, reason }) => ({ first: all.get(first)!, second: all.get(second)!, reason }))
    .filter(({ first, second }) => wanted(first) || wanted(second));
  const met = plan.met.map(({ address, met }) => ({ ...met, session: all.get(address)! })).filter(({ session }) => wanted(session));
  return { units: plan.units.filter(wanted), clashes, met };
}

export const listParticipation = ({ year, organiser, area }: YearWanted): Promise<Participation[]> =>
  ask(
    api.GET('/api/circles/transparency', {
      params: { query: { year, ...(organiser ? { organiser: organiser.id } : {}), ...(area ? { area: area.id } : {}) } },
    }),
  );

/** The file of the same rows; its headings are in the language of the page. */
export function participationFile({ year, organiser, area }: YearWanted): string {
  const query = new URLSearchParams({ year: String(year) });
  if (organiser) query.set('organiser', String(organiser.id));
  if (area) query.set('area', String(area.id));
  return `/api/circles/transparency.csv?${query}`;
}

export const sessionsOf = (unit: UnitPlan): SessionCard[] => unit.quarters.flat();

/** ต.ค.–ธ.ค. 69, of each quarter */
export function quartersOf({ year, begins }: Pick<YearWanted, 'year' | 'begins'>): string[] {
  const months = fiscalMonths(year, begins);
  return [0, 3, 6, 9].map((first) => `${monthOf(months[first]!)}–${monthYear(months[first + 2]!)}`);
}

export type CircleDays = { circle: number; title: string; address: string; sessions: SessionCard[] };

/** Circles in the order of their first day. */
export function circlesOf(sessions: SessionCard[]): CircleDays[] {
  const circles = new Map<number, CircleDays>();
  for (const session of sessions) {
    const { circle_id: circle, circle: title, circle_address: address } = session;
    const known = circles.get(circle) ?? { circle, title, address, sessions: [] };
    known.sessions.push(session);
    circles.set(circle, known);
  }
  return [...circles.values()];
}

export function byMonth(sessions: SessionCard[]): { month: string; sessions: SessionCard[] }[] {
  return [...Map.groupBy(sessions, ({ date }) => date.slice(0, 7))].map(([month, inside]) => ({ month: `${month}-01`, sessions: inside }));
}

export function spoken(session: SessionCard): string {
  const time = session.starts && clock(session.starts);
  return [longDate(session.date), time, titleOf(session), sessionStates[session.state](), session.place].filter(Boolean).join(' · ');
}
