import { getFacilitators } from '#features/circles/facilitators/facilitators.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({
  organisation: params.organisation,
  first: await orErrorPage(getFacilitators(params.organisation)),
});
