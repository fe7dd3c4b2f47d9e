import { placeOf } from '#features/areas/areas.ts';
import { getCircle } from '#features/circles/circles.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ params }) {
  const circle = await orErrorPage(getCircle(params.circle));
  return { circle, area: await orErrorPage(placeOf(circle.record.area_id)) };
}
