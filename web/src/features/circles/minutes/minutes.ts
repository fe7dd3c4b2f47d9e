// Minutes of a session, and what those who were there would have otherwise in them.
import * as say from '#say';
import type { components } from '#api/generated/paths.gen.ts';
import { api, ask } from '#lib/api.ts';
import { texts, type Field } from '#lib/meeting.ts';
import type { Words } from '#lib/words.ts';

type Schemas = components['schemas'];
export type Minutes = Schemas['circles.MinutesReply'];
export type Amendment = Schemas['circles.Amendment'];
export type AmendmentState = Amendment['state'];
export type AmendmentForm = Schemas['circles.AmendmentForm'];
export type MinutesForm = Schemas['circles.MinutesForm'];

export const amendmentStates: Words<AmendmentState> = {
  open: say.minutes_amendment_open,
  taken: say.minutes_amendment_taken,
  declined: say.minutes_amendment_declined,
};

const of = (session: number | string) => ({ path: { session: String(session) } });

export const getMinutes = (session: string, version?: number): Promise<Minutes> =>
  ask(api.GET('/api/sessions/{session}/minutes', { params: { ...of(session), query: version ? { version } : {} } }));

/** A draft is typed as one text; an empty line begins a new paragraph. */
export type Typed = { text: string };
export const textOf = (minutes: Minutes): string => minutes.paragraphs.join('\n\n');
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
export const shared: Field<Typed>[] = texts<Typed>({ text: say.minutes_text });

export const propose = (session: number, body: AmendmentForm): Promise<Minutes> =>
  ask(api.POST('/api/sessions/{session}/minutes/amendments', { params: of(session), body }));

export const settle = (session: number, amendment: number, state: AmendmentState, answer: string): Promise<Minutes> =>
  ask(
    api.PUT('/api/sessions/{session}/minutes/amendments/{amendment}', {
      params: { path: { session: String(session), amendment: String(amendment) } },
      body: { state, ...(answer.trim() ? { answer } : {}) },
    }),
  );

export const approve = (session: number, on: string, by: string): Promise<Minutes> =>
  ask(api.POST('/api/sessions/{session}/minutes/approve', { params: of(session), body: { on, by } }));

export const beginAgain = (session: number, reason: string): Promise<Minutes> =>
  ask(api.POST('/api/sessions/{session}/minutes/versions', { params: of(session), body: { reason } }));
