// The methods of a session, and what is written into their fields, as pages ask for them.
import { api, ask } from '#lib/api.ts';
import type { Step } from '../outbox.svelte.ts';
import type { AnswerPart, CapturedAnswer, Followed, Use, UseForm } from '../types.ts';

const at = (session: number) => ({ session: String(session) });

export const getUses = (session: string | number): Promise<Use[]> =>
  ask(api.GET('/api/sessions/{session}/methods', { params: { path: { session: String(session) } } }));

export const useMethod = (session: number, body: UseForm): Promise<Use[]> =>
  ask(api.POST('/api/sessions/{session}/methods', { params: { path: at(session) }, body }));

export const dropUse = (session: number, use: number): Promise<Use[]> =>
  ask(api.DELETE('/api/sessions/{session}/methods/{use}', { params: { path: { ...at(session), use: String(use) } } }));

export type Slot = { use: number; part: AnswerPart; place: number };

const titleOf = (body: string) => body.slice(0, 60);

/** Where answers to the fields of one use go. */
export const answersOf = (use: number): string => `methods/${use}/answers`;
export const oneAnswer = (answer: number): string => `method-answers/${answer}`;
export type Answering = { part: AnswerPart; place: number; body: string };
export type Changing = { body?: string; version?: number };

export const writing = ({ use, part, place }: Slot, body: string): Step => ({
  title: titleOf(body),
  method: 'POST',
  path: answersOf(use),
  body: { part, place, body } satisfies Answering,
});
export const changing = ({ id }: CapturedAnswer, body: string, version: number): Step => ({
  title: titleOf(body),
  method: 'PUT',
  path: oneAnswer(id),
  body: { body, version } satisfies Changing,
  edition: 'version',
});
export const removing = ({ id, body }: CapturedAnswer): Step => ({ title: titleOf(body), method: 'DELETE', path: oneAnswer(id), body: {} });

const of = (session: number, answer: number) => ({ path: { ...at(session), answer: String(answer) } });

export const keepAnswer = (session: number, answer: number): Promise<{ address: string }> =>
  ask(api.POST('/api/sessions/{session}/method-answers/{answer}/keep', { params: of(session, answer) }));

/** What is still to be asked after sessions: of a person who hosted, or of a circle. */
export const listFollowed = (query: { host?: number; circle?: number }): Promise<Followed[]> =>
  ask(api.GET('/api/follow-ups', { params: { query } }));

export const answersAt = ({ id, answers }: Use, part: AnswerPart, place: number): CapturedAnswer[] =>
  answers.filter((answer) => answer.use_id === id && answer.part === part && answer.place === place);
