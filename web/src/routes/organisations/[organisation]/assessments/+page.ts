import { listOwnAssessments } from '#features/circles/assess/assess.ts';
import { getOrganisation } from '#features/people/people.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ params }) {
  const [page, list] = await orErrorPage(Promise.all([getOrganisation(params.organisation), listOwnAssessments(params.organisation)]));
  return { page, list };
}
