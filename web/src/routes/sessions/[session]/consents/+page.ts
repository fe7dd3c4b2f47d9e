import { getConsents } from '#features/circles/consent/consents.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ consents: await orErrorPage(getConsents(params.session)) });
