import { getProposal } from '#features/goals/proposal/proposals.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ proposal: await orErrorPage(getProposal(params.proposal)) });
