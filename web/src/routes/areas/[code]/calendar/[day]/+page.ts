import { findLocalDay } from '#features/circles/community/community.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ day: await orErrorPage(findLocalDay(params.day)) });
