// Feedback by a link or QR, of those who came and have no account.
import { api, ask } from '#lib/api.ts';
import type { AskedPage, FeedbackForm, FeedbackLinkMade, GuestFeedback } from '../types.ts';

const by = (token: string) => ({ params: { path: { token } } });
export const getAsked = (token: string): Promise<AskedPage> => ask(api.GET('/api/f/{token}', by(token)));
export const sayHowItWas = (token: string, body: FeedbackForm): Promise<AskedPage> =>
  ask(api.POST('/api/f/{token}', { ...by(token), body }));

const of = (session: number) => ({ params: { path: { session: String(session) } } });
const one = (session: number, waiting: number) => ({ params: { path: { session: String(session), waiting } } });
export const getGuests = (session: number): Promise<GuestFeedback> => ask(api.GET('/api/sessions/{session}/feedback/guests', of(session)));
export const makeLink = (session: number): Promise<FeedbackLinkMade> => ask(api.POST('/api/sessions/{session}/feedback/link', of(session)));
export const endLink = (session: number): Promise<GuestFeedback> => ask(api.DELETE('/api/sessions/{session}/feedback/link', of(session)));
export const takeAll = (session: number): Promise<GuestFeedback> =>
  ask(api.POST('/api/sessions/{session}/feedback/guests/take', of(session)));
export const takeOne = (session: number, waiting: number): Promise<GuestFeedback> =>
  ask(api.POST('/api/sessions/{session}/feedback/guests/{waiting}/take', one(session, waiting)));
export const leaveOut = (session: number, waiting: number): Promise<GuestFeedback> =>
  ask(api.DELETE('/api/sessions/{session}/feedback/guests/{waiting}', one(session, waiting)));
