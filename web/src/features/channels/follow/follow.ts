// Who is told by mail what happens in a circle, and how soon.
import type { components } from '#api/generated/paths.gen.ts';
import { api, ask } from '#lib/api.ts';

export type Following = components['schemas']['channels.Following'];
export type Pace = NonNullable<Following['pace']>;

const of = (circle: string) => ({ params: { path: { circle } } });
const by = (token: string) => ({ params: { path: { token } } });

export const getFollowing = (circle: string): Promise<Following> => ask(api.GET('/api/circles/{circle}/follow', of(circle)));
export const follow = (circle: string, pace: Pace | undefined): Promise<Following> =>
  ask(api.PUT('/api/circles/{circle}/follow', { ...of(circle), body: pace ? { pace } : {} }));

export const getUnfollowing = (token: string): Promise<{ title: string }> => ask(api.GET('/api/unfollow/{token}', by(token)));
export const unfollow = (token: string): Promise<unknown> => ask(api.POST('/api/unfollow/{token}', by(token)));
