import { getMinutes } from '#features/circles/minutes/minutes.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params, url }) => ({
  minutes: await orErrorPage(getMinutes(params.session, Number(url.searchParams.get('version')) || undefined)),
});
