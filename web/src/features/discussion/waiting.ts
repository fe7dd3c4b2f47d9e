// What waits for a moderator, under all the records that they keep.
import { api, ask } from '#lib/api.ts';
import type { WaitingComment } from './types.ts';

const at = ({ record_id, id }: WaitingComment) => ({ params: { path: { record: String(record_id), comment: String(id) } } });
const one = '/api/records/{record}/comments/{comment}';

export const listWaiting = (): Promise<WaitingComment[]> => ask(api.GET('/api/comments/waiting'));

export const showWaiting = (comment: WaitingComment) => ask(api.POST(`${one}/show`, at(comment)));
export const hideWaiting = (comment: WaitingComment, reason: string) => ask(api.POST(`${one}/hide`, { ...at(comment), body: { reason } }));
/** Takes a decision back. */
export const letWait = (comment: WaitingComment) => ask(api.POST(`${one}/wait`, at(comment)));
