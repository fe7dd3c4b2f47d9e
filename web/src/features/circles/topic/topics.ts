// One topic as its pages ask for it.
import { api, ask, ifMatch } from '#lib/api.ts';
import { today } from '#lib/format.ts';
import { listTags } from '#features/knowledge/knowledge.ts';
import { search } from '#features/search/search.ts';
import type { Found } from '#features/search/types.ts';
import { listTopics } from '../circles.ts';
import type { SessionCard, Topic, TopicForm, TopicReply } from '../types.ts';

const at = (topic: number) => ({ path: { topic: String(topic) } });

export const getTopic = (topic: string): Promise<TopicReply> => ask(api.GET('/api/topics/{topic}', { params: { path: { topic } } }));

export const proposeTopic = (circle: number, body: TopicForm): Promise<Topic> =>
  ask(api.POST('/api/circles/{circle}/topics', { params: { path: { circle: String(circle) } }, body }));

export const rewordTopic = async (topic: number, version: number, body: TopicForm): Promise<string> =>
  (await ask(api.PUT('/api/topics/{topic}', { params: { ...at(topic), header: ifMatch(version) }, body }))).address;

/** A session that is still to come takes it up; one that was held has talked of it. */
export const putOnSession = (topic: number, { id, state }: SessionCard): Promise<Topic> =>
  ask(api.PUT('/api/topics/{topic}/plan', { params: at(topic), body: { state: state === 'held' ? 'done' : 'scheduled', session: id } }));

export const moveTopic = (topic: number, state: 'open' | 'done' | 'dropped'): Promise<Topic> =>
  ask(api.PUT('/api/topics/{topic}/plan', { params: at(topic), body: { state } }));

/** Where a topic of this circle may stand: the nearest days to come first, then those that have been, the newest first. */
export async function listPlaces(circle: number): Promise<SessionCard[]> {
  const of = (query: object): Promise<SessionCard[]> => ask(api.GET('/api/sessions', { params: { query: { circle, ...query } } }));
  const [coming, held] = await Promise.all([
    of({ state: 'planned', from: today(), order: 'oldest', limit: 12 }),
    of({ state: 'held', limit: 12 }),
  ]);
  return [...coming, ...held];
}

export const findKnowledge = async (q: string): Promise<Found['record'][]> =>
  q ? (await search({ q, kind: 'knowledge' })).items.map(({ record }) => record) : [];

export const linkKnowledge = (topic: number, item: number): Promise<unknown> =>
  ask(api.POST('/api/records/{record}/links', { params: { path: { record: topic } }, body: { flow: 'answered_by', down: item } }));

/** Those of the circle first, then those most used in the house. */
export async function usedTags(circle: number): Promise<string[]> {
  const [topics, known] = await Promise.all([listTopics(String(circle)), listTags()]);
  return [...new Set([...topics.flatMap(({ tags }) => tags), ...known.map(({ tag }) => tag)])];
}
