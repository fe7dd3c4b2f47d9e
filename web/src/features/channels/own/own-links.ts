// The secret addresses of one's own calendar.
import type { components } from '#api/generated/paths.gen.ts';
import { api, ask } from '#lib/api.ts';

export type OwnLink = components['schemas']['channels.OwnLink'];

const one = (link: number) => ({ params: { path: { link } } });

export const listOwnLinks = (): Promise<OwnLink[]> => ask(api.GET('/api/me/feeds'));
/** These give the path of the calendar, told once. */
export const makeOwnLink = async (name: string): Promise<string> => (await ask(api.POST('/api/me/feeds', { body: { name } }))).path;
export const renewOwnLink = async (id: number): Promise<string> => (await ask(api.POST('/api/me/feeds/{link}/renew', one(id)))).path;
export const endOwnLink = (id: number): Promise<unknown> => ask(api.DELETE('/api/me/feeds/{link}', one(id)));
