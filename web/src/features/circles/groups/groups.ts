// Small groups of a session as pages ask for them.
import { api, ask } from '#lib/api.ts';
import type { Breakout, BreakoutForm, GroupNote } from '../types.ts';

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

export const addNote = (session: number, id: number, body: string): Promise<GroupNote> =>
  ask(api.POST('/api/sessions/{session}/groups/{group}/notes', { params: group(session, id), body: { body } }));

const note = (session: number, { id, group_id }: GroupNote) => ({ path: { ...at(session), group: String(group_id), note: String(id) } });

export const changeNote = (session: number, of: GroupNote, body: string): Promise<GroupNote> =>
  ask(api.PUT('/api/sessions/{session}/groups/{group}/notes/{note}', { params: note(session, of), body: { body, version: of.version } }));

export const removeNote = (session: number, of: GroupNote): Promise<unknown> =>
  ask(api.DELETE('/api/sessions/{session}/groups/{group}/notes/{note}', { params: note(session, of) }));
