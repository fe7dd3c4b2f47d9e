import type { components } from '#api/generated/paths.gen.ts';

type Schemas = components['schemas'];
export type ProposalCard = Schemas['goals.ProposalCard'];
export type ShownProposal = Schemas['goals.ShownProposal'];
export type ProposalContent = Schemas['goals.ProposalContent'];
export type ProposalDecision = Schemas['goals.ProposalDecision'];
export type CountedAs = ProposalContent['counted_as'];
export type Standing = ProposalCard['standing'];

/** For what an indicator is proposed: a goal by its number, a set by its key. */
export type Aim = { goal: string } | { set: string };
