// Who keeps a circle and what each may do in it.
import { api, ask } from '#lib/api.ts';
import type { TeamMember, TeamRole } from '../types.ts';

const of = (circle: string) => ({ params: { path: { circle } } });

export const getTeam = (circle: string): Promise<TeamMember[]> => ask(api.GET('/api/circles/{circle}/team', of(circle)));

/** `none` takes the person off. */
export const giveRole = (circle: string, person: number, role: TeamRole): Promise<TeamMember[]> =>
  ask(api.PUT('/api/circles/{circle}/team', { ...of(circle), body: { person, role } }));
