import { getCircle } from '#features/circles/circles.ts';
import { today } from '#lib/format.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ params, url }) {
  const circle = await orErrorPage(getCircle(params.circle));
  return { circle, date: url.searchParams.get('date') ?? circle.expected[0] ?? today() };
}
