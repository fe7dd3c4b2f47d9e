// The secret addresses of one's own calendar.
import type { components } from '#api/generated/paths.gen.ts';
import { api, ask } from '#lib/api.ts';

export type OwnLink = components['schemas']['channels.OwnLink'];
export type OwnLinkMade = components['schemas']['channels.OwnLinkMade'];

const one = (link: number) => ({ params: { path: { link } } });

export const listOwnLinks = (): Promise<OwnLink[]> => ask(api.GET('/api/me/feeds'));
/** These give the paths of the calendar and of the feed, told once. */
export const makeOwnLink = (name: string): Promise<OwnLinkMade> => ask(api.POST('/api/me/feeds', { body: { name } }));
export const renewOwnLink = (id: number): Promise<OwnLinkMade> => ask(api.POST('/api/me/feeds/{link}/renew', one(id)));
export const endOwnLink = (id: number): Promise<unknown> => ask(api.DELETE('/api/me/feeds/{link}', one(id)));
