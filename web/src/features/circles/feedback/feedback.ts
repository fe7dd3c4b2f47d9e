// What those who came say of a session, and what they will use of it.
import { api, ask } from '#lib/api.ts';
import * as say from '#say';
import type { Words } from '#lib/words.ts';
import type { FeedbackForm, FeedbackReply, Pledge, PledgeForm, Used, UsedForm } from '../types.ts';

const at = (session: number | string) => ({ path: { session: String(session) } });

export const getFeedback = (session: string): Promise<FeedbackReply> =>
  ask(api.GET('/api/sessions/{session}/feedback', { params: at(session) }));

export const giveFeedback = (session: number, body: FeedbackForm): Promise<FeedbackReply> =>
  ask(api.PUT('/api/sessions/{session}/feedback', { params: at(session), body }));

/** From paper, without a name. */
export const enterFeedback = (session: number, body: FeedbackForm): Promise<FeedbackReply> =>
  ask(api.POST('/api/sessions/{session}/feedback', { params: at(session), body }));

export const makePledge = (session: number, body: PledgeForm): Promise<FeedbackReply> =>
  ask(api.POST('/api/sessions/{session}/pledges', { params: at(session), body }));

const of = (session: number, { id }: Pledge) => ({ path: { session: String(session), pledge: String(id) } });

export const tellUsed = (session: number, pledge: Pledge, body: UsedForm): Promise<FeedbackReply> =>
  ask(api.PUT('/api/sessions/{session}/pledges/{pledge}', { params: of(session, pledge), body }));

export const takeBack = (session: number, pledge: Pledge): Promise<FeedbackReply> =>
  ask(api.DELETE('/api/sessions/{session}/pledges/{pledge}', { params: of(session, pledge) }));

export const usedWords: Words<Used> = {
  yes: say.circles_used_yes,
  partly: say.circles_used_partly,
  not_yet: say.circles_used_not_yet,
  no: say.circles_used_no,
};
