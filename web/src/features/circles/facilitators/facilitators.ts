// Who leads circles for an organisation, and who is free to.
import type { components } from '#api/generated/paths.gen.ts';
import { api, ask } from '#lib/api.ts';

type Schemas = components['schemas'];
export type FacilitatorsReply = Schemas['circles.FacilitatorsReply'];
export type Facilitator = Schemas['circles.Facilitator'];
export type ComingSession = Schemas['circles.ComingSession'];
export type FacilitatorForm = Schemas['circles.FacilitatorForm'];
export type AwayForm = Schemas['circles.AwayForm'];

const of = (organisation: string) => ({ path: { organisation } });

export const getFacilitators = (organisation: string): Promise<FacilitatorsReply> =>
  ask(api.GET('/api/circles/facilitators/{organisation}', { params: of(organisation) }));

export const addFacilitator = (organisation: string, body: FacilitatorForm): Promise<FacilitatorsReply> =>
  ask(api.POST('/api/circles/facilitators/{organisation}', { params: of(organisation), body }));

export const takeOff = (organisation: string, person: number): Promise<FacilitatorsReply> =>
  ask(
    api.DELETE('/api/circles/facilitators/{organisation}/people/{person}', { params: { path: { organisation, person: String(person) } } }),
  );

export const addAway = (organisation: string, body: AwayForm): Promise<FacilitatorsReply> =>
  ask(api.POST('/api/circles/facilitators/{organisation}/away', { params: of(organisation), body }));

export const takeAwayOff = (organisation: string, away: number): Promise<FacilitatorsReply> =>
  ask(api.DELETE('/api/circles/facilitators/{organisation}/away/{away}', { params: { path: { organisation, away: String(away) } } }));

/** Asked to lead, not yet there. */
export const askToLead = ({ session }: ComingSession, { person_id, name, unit }: Facilitator): Promise<unknown> =>
  ask(
    api.POST('/api/sessions/{session}/people', {
      params: { path: { session: String(session.number) } },
      body: { people: [{ person_id, name, organisation: unit, role: 'facilitator', came: false }] },
    }),
  );

// ---- who is free ----

export type Free = { person: Facilitator; free: boolean; why: 'away' | 'engaged' | 'asked' | undefined };

const whole = { from: '00:00', to: '24:00' };
/** Without both its times, it takes the whole day. */
const hours = ({ starts, ends }: { starts?: string; ends?: string }) => (starts && ends ? { from: starts, to: ends } : whole);

/** Those of the pool for one session: the free ones first, and of them who has led least in the year. */
export function whoIsFree({ people, away, engaged }: FacilitatorsReply, { session, facilitators }: ComingSession): Free[] {
  const wanted = hours(session);
  const why = ({ person_id }: Facilitator): Free['why'] => {
    if (facilitators.includes(person_id)) return 'asked';
    if (away.some((each) => each.person_id === person_id && each.from <= session.date && session.date <= each.to)) return 'away';
    const meets = (each: (typeof engaged)[number]) => {
      const taken = hours(each);
      return each.person_id === person_id && each.date === session.date && taken.from < wanted.to && wanted.from < taken.to;
    };
    return engaged.some(meets) ? 'engaged' : undefined;
  };
  return people
    .filter(({ in_pool }) => in_pool)
    .map((person) => ({ person, why: why(person) }))
    .map((each) => ({ ...each, free: each.why === undefined }))
    .toSorted((a, b) => Number(b.free) - Number(a.free));
}

/** Of the pool, for comparing each with. */
export function meanHours({ people }: FacilitatorsReply): number {
  const pool = people.filter(({ in_pool }) => in_pool);
  return pool.length ? pool.reduce((sum, { load }) => sum + load.hours_of_year, 0) / pool.length : 0;
}
