// Circles and their sessions as pages ask for them.
import { api, ask } from '#lib/api.ts';
import { today } from '#lib/format.ts';
import type { Circle, CircleCard, CircleKind, Level, Session, SessionCard, Topic } from './types.ts';

export type CirclesWanted = { kind?: CircleKind; level?: Level; after?: number; limit?: number };

export const listCircles = (query: CirclesWanted): Promise<{ items: CircleCard[]; next?: string }> =>
  ask(api.GET('/api/circles', { params: { query } }));

export const getCircle = (circle: string): Promise<Circle> => ask(api.GET('/api/circles/{circle}', { params: { path: { circle } } }));

export const listTopics = (circle: string): Promise<Topic[]> =>
  ask(api.GET('/api/circles/{circle}/topics', { params: { path: { circle } } }));

/** Of any state, newest first: what the calendar strip and the list of a circle are drawn from. */
export const listSessions = (circle: number): Promise<SessionCard[]> =>
  ask(api.GET('/api/sessions', { params: { query: { circle, limit: 500 } } }));

/** The nearest day first; `mine` are those of circles and organisations in which one has a part. */
export const listComing = (limit: number, mine = false): Promise<SessionCard[]> =>
  ask(
    api.GET('/api/sessions', { params: { query: { state: 'planned', from: today(), order: 'oldest', limit, ...(mine ? { mine } : {}) } } }),
  );

/** Planned and not yet recorded, newest day first. */
export const listPlanned = (from: string, to: string, mine = false): Promise<SessionCard[]> =>
  ask(api.GET('/api/sessions', { params: { query: { state: 'planned', from, to, ...(mine ? { mine } : {}) } } }));

export const getSession = (session: string): Promise<Session> => ask(api.GET('/api/sessions/{session}', { params: { path: { session } } }));

/** The draft is made and linked to the word, and to the topic that it answers; its page for writing. */
export async function keepAsKnowledge(session: number, point: number, topic?: number): Promise<string> {
  const path = { session: String(session), point: String(point) };
  const body = topic ? { topic } : {};
  const item = await ask(api.POST('/api/sessions/{session}/points/{point}/knowledge', { params: { path }, body }));
  return `${item.address}/edit`;
}

/** Whether one wants it talked of oneself. */
export function supportTopic(topic: number, wanted: boolean): Promise<Topic> {
  const params = { path: { topic: String(topic) } };
  return ask(wanted ? api.PUT('/api/topics/{topic}/support', { params }) : api.DELETE('/api/topics/{topic}/support', { params }));
}
