// What the people of a chat group see and give by a link, and what editors of the session do with it.
import type { components } from '#api/generated/paths.gen.ts';
import { api, ask, send } from '#lib/api.ts';
import { problemOf } from '#lib/problem.ts';

type Schemas = components['schemas'];
export type GroupPage = Schemas['channels.GroupPage'];
export type AnswerWord = Schemas['channels.AnswerGift']['answer'];
export type Consent = Schemas['channels.WordsGift']['consent'];
export type GroupLink = Schemas['channels.GroupLink'];
export type GroupLinkMade = Schemas['channels.GroupLinkMade'];
export type WaitingGift = Schemas['channels.WaitingGift'];

const by = (token: string) => ({ params: { path: { token } } });

export const getGroupPage = (token: string): Promise<GroupPage> => ask(api.GET('/api/g/{token}', by(token)));
export const giveAnswer = (token: string, name: string, answer: AnswerWord) =>
  ask(api.POST('/api/g/{token}/answer', { ...by(token), body: { name, answer } }));
export const giveWords = (token: string, name: string, words: string, consent: Consent) =>
  ask(api.POST('/api/g/{token}/words', { ...by(token), body: { name, words, consent } }));

export type FileGift = { name: string; words: string; consent: Consent; file: Blob };

export async function giveFile(token: string, { name, words, consent, file }: FileGift): Promise<void> {
  const form = new FormData();
  form.append('name', name);
  form.append('words', words);
  form.append('consent', consent);
  form.append('file', file);
  const response = await send(new Request(`/api/g/${token}/file`, { method: 'POST', body: form }));
  if (!response.ok) throw await problemOf(response);
}

const of = (session: string) => ({ params: { path: { session } } });
const one = (session: string, gift: number) => ({ params: { path: { session, gift } } });

export const listLinks = (session: string): Promise<GroupLink[]> => ask(api.GET('/api/sessions/{session}/group-links', of(session)));
export const makeLink = (session: string, days: number): Promise<GroupLinkMade> =>
  ask(api.POST('/api/sessions/{session}/group-links', { ...of(session), body: { days } }));
export const endLink = (session: string, link: number) =>
  ask(api.DELETE('/api/sessions/{session}/group-links/{link}', { params: { path: { session, link } } }));

export const listGifts = (session: string): Promise<WaitingGift[]> => ask(api.GET('/api/sessions/{session}/gifts', of(session)));
export const takeGift = (session: string, gift: number, words: string, cleared: boolean) =>
  ask(api.POST('/api/sessions/{session}/gifts/{gift}/take', { ...one(session, gift), body: { ...(words ? { words } : {}), cleared } }));
export const leaveGift = (session: string, gift: number) => ask(api.POST('/api/sessions/{session}/gifts/{gift}/leave', one(session, gift)));
export const letWait = (session: string, gift: number) => ask(api.POST('/api/sessions/{session}/gifts/{gift}/wait', one(session, gift)));
