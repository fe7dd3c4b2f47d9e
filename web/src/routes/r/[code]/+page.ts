import { enter } from '#features/circles/room/seat.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ seat: await orErrorPage(enter(params.code)) });
