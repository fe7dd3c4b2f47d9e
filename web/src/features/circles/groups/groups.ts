// Small groups of a session as pages ask for them.
import { api, ask } from '#lib/api.ts';
import type { Step } from '../outbox.svelte.ts';
import type { Breakout, BreakoutForm, GroupNote, MergeForm } from '../types.ts';

const at = (session: number) => ({ session: String(session) });
const one = (session: number, breakout: number) => ({ path: { ...at(session), breakout: String(breakout) } });
const group = (session: number, id: number) => ({ path: { ...at(session), group: String(id) } });

export const listBreakouts = (session: string | number): Promise<Breakout[]> =>
  ask(api.GET('/api/sessions/{session}/breakouts', { params: { path: { session: String(session) } } }));

export const makeBreakout = (session: number, body: BreakoutForm): Promise<Breakout[]> =>
  ask(api.POST('/api/sessions/{session}/breakouts', { params: { path: at(session) }, body }));

export const askAnew = (session: number, breakout: number, question: string): Promise<Breakout[]> =>
  ask(api.PUT('/api/sessions/{session}/breakouts/{breakout}', { params: one(session, breakout), body: { question } }));

export const takeAway = (session: number, breakout: number): Promise<Breakout[]> =>
  ask(api.DELETE('/api/sessions/{session}/breakouts/{breakout}', { params: one(session, breakout) }));

export const drawAgain = (session: number, breakout: number): Promise<Breakout[]> =>
  ask(api.POST('/api/sessions/{session}/breakouts/{breakout}/draw', { params: one(session, breakout) }));

export const seatLatecomers = (session: number, breakout: number): Promise<Breakout[]> =>
  ask(api.POST('/api/sessions/{session}/breakouts/{breakout}/latecomers', { params: one(session, breakout) }));

export const nameGroup = (session: number, id: number, name: string): Promise<Breakout[]> =>
  ask(api.PUT('/api/sessions/{session}/groups/{group}', { params: group(session, id), body: { name } }));

export const movePerson = (session: number, id: number, attendee: number): Promise<Breakout[]> =>
  ask(api.PUT('/api/sessions/{session}/groups/{group}/seats', { params: group(session, id), body: { attendee } }));

export const sitDown = (session: number, id: number): Promise<Breakout[]> =>
  ask(api.PUT('/api/sessions/{session}/groups/{group}/me', { params: group(session, id) }));

const titleOf = (body: string) => body.slice(0, 60);

/** Where the notes of one group go. */
export const notesOf = (id: number): string => `groups/${id}/notes`;
export const oneNote = ({ id, group_id }: GroupNote): string => `${notesOf(group_id)}/${id}`;
export type Noted = { body?: string; version?: number };

export const adding = (id: number, body: string): Step => ({
  title: titleOf(body),
  method: 'POST',
  path: notesOf(id),
  body: { body } satisfies Noted,
});
export const changing = (note: GroupNote, body: string, version: number): Step => ({
  title: titleOf(body),
  method: 'PUT',
  path: oneNote(note),
  body: { body, version } satisfies Noted,
  edition: 'version',
});
export const removing = (note: GroupNote): Step => ({ title: titleOf(note.body), method: 'DELETE', path: oneNote(note), body: {} });

const note = (session: number, { id, group_id }: GroupNote) => ({ path: { ...at(session), group: String(group_id), note: String(id) } });

/** From all screens, or back. */
export const hideNote = (session: number, of: GroupNote, hidden: boolean): Promise<GroupNote> =>
  ask(api.PUT('/api/sessions/{session}/groups/{group}/notes/{note}/hidden', { params: note(session, of), body: { hidden } }));

export const mergeNotes = (session: number, breakout: number, body: MergeForm): Promise<Breakout[]> =>
  ask(api.POST('/api/sessions/{session}/breakouts/{breakout}/merged', { params: one(session, breakout), body }));

export const takeApart = (session: number, breakout: number, point: number): Promise<Breakout[]> =>
  ask(
    api.DELETE('/api/sessions/{session}/breakouts/{breakout}/merged/{point}', {
      params: { path: { ...one(session, breakout).path, point: String(point) } },
    }),
  );
