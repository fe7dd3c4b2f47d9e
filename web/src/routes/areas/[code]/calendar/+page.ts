import { getCalendar } from '#features/circles/community/community.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params, url }) => ({
  calendar: await orErrorPage(getCalendar(params.code, Number(url.searchParams.get('year')) || undefined)),
});
