import { placeOf } from '#features/areas/areas.ts';
import { getOrganisation } from '#features/people/people.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ params }) {
  const organisation = await orErrorPage(getOrganisation(params.organisation));
  return { organisation, area: await orErrorPage(placeOf(organisation.record.area_id)) };
}
