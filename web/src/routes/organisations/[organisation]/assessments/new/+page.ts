import { getOrganisation } from '#features/people/people.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ page: await orErrorPage(getOrganisation(params.organisation)) });
