import { api, ask } from '#lib/api.ts';
import type { Comment, Discussion } from './types.ts';

const of = (record: number) => ({ params: { path: { record: String(record) } } });
const at = (record: number, comment: Comment) => ({ params: { path: { record: String(record), comment: String(comment.id) } } });
const one = '/api/records/{record}/comments/{comment}';

export const load = (record: number): Promise<Discussion> => ask(api.GET('/api/records/{record}/comments', of(record)));

/** `name` is what a guest wants to be called. */
export type Words = { body: string; name?: string; answer_to?: number };

export const say = (record: number, words: Words): Promise<Discussion> =>
  ask(api.POST('/api/records/{record}/comments', { ...of(record), body: words }));

export const change = (record: number, comment: Comment, body: string): Promise<Discussion> =>
  ask(api.PUT(one, { ...at(record, comment), body: { body, version: comment.version } }));

export const withdraw = (record: number, comment: Comment): Promise<Discussion> => ask(api.DELETE(one, at(record, comment)));

export const show = (record: number, comment: Comment): Promise<Discussion> => ask(api.POST(`${one}/show`, at(record, comment)));

export const hide = (record: number, comment: Comment, reason: string): Promise<Discussion> =>
  ask(api.POST(`${one}/hide`, { ...at(record, comment), body: { reason } }));
