import { getCircle } from '#features/circles/circles.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ params, parent }) {
  const circle = await orErrorPage(getCircle(params.circle));
  return { circle, begins: (await parent()).site.fiscal_year_begins };
}
