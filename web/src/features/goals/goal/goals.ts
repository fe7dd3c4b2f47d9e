// Goals as pages ask for them.
import { api, ask, ifMatch } from '#lib/api.ts';
import type { BoardCard, CardForm, Column, DecisionForm, GoalCard, GoalContent, GoalForm, ShownGoal, Beginning } from './types.ts';
import type { VoteForm } from '../vote/types.ts';

export type GoalsWanted = { text?: string; area?: number; after?: number };
type Page<Card> = { items: Card[]; next?: string };

const of = (goal: ShownGoal) => ({ goal: String(goal.record.number) });

export const listGoals = (query: GoalsWanted): Promise<Page<GoalCard>> => ask(api.GET('/api/goals', { params: { query } }));

export const getGoal = (goal: string): Promise<ShownGoal> => ask(api.GET('/api/goals/{goal}', { params: { path: { goal } } }));

/** Its address. */
export const makeGoal = async (body: GoalForm): Promise<string> => (await ask(api.POST('/api/goals', { body }))).address;

export const changeGoal = async (goal: ShownGoal, version: number, content: GoalContent): Promise<string> =>
  (await ask(api.PUT('/api/goals/{goal}', { params: { path: of(goal), header: ifMatch(version) }, body: { content } }))).address;

/** What an area has measured of an indicator last: where a goal begins. */
export const getBeginning = (indicator: string, area: number): Promise<Beginning> =>
  ask(api.GET('/api/goals/beginning', { params: { query: { indicator, area } } }));

/** Or no longer. */
export const support = (goal: ShownGoal): Promise<ShownGoal> =>
  ask(
    goal.mine
      ? api.DELETE('/api/goals/{goal}/support', { params: { path: of(goal) } })
      : api.PUT('/api/goals/{goal}/support', { params: { path: of(goal) } }),
  );

export const keyInVote = (goal: ShownGoal, body: VoteForm): Promise<ShownGoal> =>
  ask(api.POST('/api/goals/{goal}/votes', { params: { path: of(goal) }, body }));

export async function decide(goal: ShownGoal, body: DecisionForm): Promise<ShownGoal> {
  await ask(api.PUT('/api/goals/{goal}/decision', { params: { path: of(goal), header: ifMatch(goal.record.version) }, body }));
  return getGoal(of(goal).goal);
}

// ---- the board ----

const cardOf = (goal: ShownGoal, card: BoardCard) => ({ ...of(goal), card: card.id });

export const listCards = (goal: string): Promise<BoardCard[]> => ask(api.GET('/api/goals/{goal}/cards', { params: { path: { goal } } }));

export const addCard = (goal: ShownGoal, body: CardForm): Promise<BoardCard> =>
  ask(api.POST('/api/goals/{goal}/cards', { params: { path: of(goal) }, body }));

export const changeCard = (goal: ShownGoal, card: BoardCard, body: CardForm): Promise<BoardCard> =>
  ask(api.PUT('/api/goals/{goal}/cards/{card}', { params: { path: cardOf(goal, card) }, body: { ...body, version: card.version } }));

export const placeCard = (goal: ShownGoal, card: BoardCard, stage: Column, place: number): Promise<BoardCard[]> =>
  ask(api.PUT('/api/goals/{goal}/cards/{card}/place', { params: { path: cardOf(goal, card) }, body: { stage, place } }));

export async function takeOff(goal: ShownGoal, card: BoardCard): Promise<void> {
  await ask(api.DELETE('/api/goals/{goal}/cards/{card}', { params: { path: cardOf(goal, card) } }));
}
