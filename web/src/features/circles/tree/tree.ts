// Circles above and below each other, and the issues that go between them.
import { api, ask, ifMatch } from '#lib/api.ts';
import * as say from '#say';
import type { Words } from '#lib/words.ts';
import { listCircles } from '../circles.ts';
import type { CircleCard, Issue, IssueAnswer, IssueForm, Outcome, Thread, TreeReply } from '../types.ts';

export const getTree = (circle: string): Promise<TreeReply> => ask(api.GET('/api/circles/{circle}/tree', { params: { path: { circle } } }));

/** Without one, none stands above it any more. */
export const nameAbove = ({ number, version }: { number: number; version: number }, above?: number): Promise<TreeReply> =>
  ask(
    api.PUT('/api/circles/{circle}/above', {
      params: { path: { circle: String(number) }, header: ifMatch(version) },
      body: above ? { above } : {},
    }),
  );

export const getIssues = (session: string): Promise<Thread[]> =>
  ask(api.GET('/api/sessions/{session}/issues', { params: { path: { session } } }));

export const passIssue = (session: number, body: IssueForm): Promise<Thread[]> =>
  ask(api.POST('/api/sessions/{session}/issues', { params: { path: { session: String(session) } }, body }));

/** `topic` is the number in the address of what an issue is in its circle. */
const numberOf = ({ address }: Issue) => ({ path: { topic: address.split('/').at(-1)! } });

export const getThread = (topic: number): Promise<Thread> =>
  ask(api.GET('/api/topics/{topic}/issue', { params: { path: { topic: String(topic) } } }));

export const passOn = (issue: Issue, body: IssueForm): Promise<Thread> =>
  ask(api.POST('/api/topics/{topic}/issues', { params: numberOf(issue), body }));

export const answerIssue = (issue: Issue, body: IssueAnswer): Promise<Thread> =>
  ask(api.PUT('/api/topics/{topic}/issue', { params: numberOf(issue), body }));

export const outcomes: Words<Outcome> = {
  will_do: say.circles_outcome_will_do,
  done: say.circles_outcome_done,
  cannot: say.circles_outcome_cannot,
  told: say.circles_outcome_told,
};

/** Where a circle's issues may go: the one above it, then those right below. */
export type Way = { id: number; title: string; up: boolean };
export const waysOf = ({ above, above_id, below }: TreeReply): Way[] => [
  ...above.filter(({ id }) => id === above_id).map(({ id, title }) => ({ id, title, up: true })),
  ...below.filter(({ depth }) => depth === 1).map(({ id, title }) => ({ id, title, up: false })),
];

/** Nobody has answered any step of it yet. */
export const waits = ({ steps }: Thread): boolean => !steps.some(({ outcome }) => outcome);

/** Circles by a part of their title. */
export async function findCircles(text: string): Promise<CircleCard[]> {
  const { items } = await listCircles({ limit: 100 });
  return items.filter(({ title, title_en }) => `${title} ${title_en}`.toLowerCase().includes(text.toLowerCase())).slice(0, 12);
}
