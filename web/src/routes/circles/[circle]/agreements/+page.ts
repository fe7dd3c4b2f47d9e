import { getAgreements } from '#features/circles/agreements/agreements.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ circle: params.circle, first: await orErrorPage(getAgreements(params.circle)) });
