// The methods of a session, and what is written into their fields, as pages ask for them.
import { api, ask } from '#lib/api.ts';
import type { AnswerPart, CapturedAnswer, Followed, Use, UseForm } from '../types.ts';

const at = (session: number) => ({ session: String(session) });

export const getUses = (session: string | number): Promise<Use[]> =>
  ask(api.GET('/api/sessions/{session}/methods', { params: { path: { session: String(session) } } }));

export const useMethod = (session: number, body: UseForm): Promise<Use[]> =>
  ask(api.POST('/api/sessions/{session}/methods', { params: { path: at(session) }, body }));

export const dropUse = (session: number, use: number): Promise<Use[]> =>
  ask(api.DELETE('/api/sessions/{session}/methods/{use}', { params: { path: { ...at(session), use: String(use) } } }));

export type Slot = { use: number; part: AnswerPart; place: number };

export const writeAnswer = (session: number, { use, part, place }: Slot, body: string): Promise<CapturedAnswer> =>
  ask(
    api.POST('/api/sessions/{session}/methods/{use}/answers', {
      params: { path: { ...at(session), use: String(use) } },
      body: { part, place, body },
    }),
  );

const of = (session: number, answer: number) => ({ path: { ...at(session), answer: String(answer) } });

export const changeAnswer = (session: number, { id, version }: CapturedAnswer, body: string): Promise<CapturedAnswer> =>
  ask(api.PUT('/api/sessions/{session}/method-answers/{answer}', { params: of(session, id), body: { body, version } }));

export const removeAnswer = (session: number, answer: number): Promise<unknown> =>
  ask(api.DELETE('/api/sessions/{session}/method-answers/{answer}', { params: of(session, answer) }));

export const keepAnswer = (session: number, answer: number): Promise<{ address: string }> =>
  ask(api.POST('/api/sessions/{session}/method-answers/{answer}/keep', { params: of(session, answer) }));

/** What is still to be asked after sessions: of a person who hosted, or of a circle. */
export const listFollowed = (query: { host?: number; circle?: number }): Promise<Followed[]> =>
  ask(api.GET('/api/follow-ups', { params: { query } }));

export const answersAt = ({ id, answers }: Use, part: AnswerPart, place: number): CapturedAnswer[] =>
  answers.filter((answer) => answer.use_id === id && answer.part === part && answer.place === place);
