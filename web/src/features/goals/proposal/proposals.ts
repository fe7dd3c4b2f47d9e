// Proposed indicators as pages ask for them.
import { api, ask, ifMatch } from '#lib/api.ts';
import type { VoteForm } from '../vote/types.ts';
import type { Aim, ProposalCard, ProposalContent, ProposalDecision, ShownProposal } from './types.ts';

const at = '/api/indicator-proposals/{proposal}';
const of = ({ number }: { number: number }) => ({ path: { proposal: String(number) } });

export const listProposals = (aim: Aim): Promise<ProposalCard[]> =>
  ask(
    'goal' in aim
      ? api.GET('/api/goals/{goal}/proposals', { params: { path: aim } })
      : api.GET('/api/indicator-sets/{set}/proposals', { params: { path: aim } }),
  );

export const getProposal = (proposal: string): Promise<ShownProposal> => ask(api.GET(at, { params: { path: { proposal } } }));

/** Its address. */
export const propose = async (aim: Aim, body: ProposalContent): Promise<string> => {
  const made = await ask(
    'goal' in aim
      ? api.POST('/api/goals/{goal}/proposals', { params: { path: aim }, body })
      : api.POST('/api/indicator-sets/{set}/proposals', { params: { path: aim }, body }),
  );
  return made.address;
};

export const reword = async ({ record }: ShownProposal, version: number, body: ProposalContent): Promise<string> =>
  (await ask(api.PUT(at, { params: { ...of(record), header: ifMatch(version) }, body }))).address;

/** Or no longer. */
export const support = (proposal: { number: number; mine: boolean }): Promise<ShownProposal> =>
  ask(proposal.mine ? api.DELETE(`${at}/support`, { params: of(proposal) }) : api.PUT(`${at}/support`, { params: of(proposal) }));

export const keyInVote = ({ record }: ShownProposal, body: VoteForm): Promise<ShownProposal> =>
  ask(api.POST(`${at}/votes`, { params: of(record), body }));

export async function decide({ record }: ShownProposal, body: ProposalDecision): Promise<ShownProposal> {
  await ask(api.PUT(`${at}/decision`, { params: { ...of(record), header: ifMatch(record.version) }, body }));
  return getProposal(String(record.number));
}

/** Into the one with that number; none: each goes on itself again. */
export async function join({ record }: ShownProposal, into?: number): Promise<ShownProposal> {
  await ask(
    api.PUT(`${at}/joined`, { params: { ...of(record), header: ifMatch(record.version) }, body: into === undefined ? {} : { into } }),
  );
  return getProposal(String(record.number));
}
