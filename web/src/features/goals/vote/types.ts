import type { components } from '#api/generated/paths.gen.ts';

type Schemas = components['schemas'];
export type Votes = Schemas['goals.Votes'];
export type PlaceVote = Schemas['goals.PlaceVote'];
export type VoteForm = Schemas['goals.VoteForm'];
export type VoteWay = NonNullable<VoteForm['way']>;
export type ShownDecision = Schemas['goals.ShownDecision'];

/** What is voted on: a goal, or an indicator that somebody proposed. */
export type Poll = {
  votes: Votes;
  decision: ShownDecision;
  /** In words: what was decided, if anything. */
  outcome: string;
  area: { code: string; title: string } | undefined;
  /** The viewer keys in votes and writes down the decision. */
  edit: boolean;
  keyIn: (form: VoteForm) => Promise<unknown>;
  /** As it stands now; `poll` is then that. */
  refresh: () => Promise<unknown>;
};
