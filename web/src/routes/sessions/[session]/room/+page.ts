import { getRoom } from '#features/circles/room/room.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ room: await orErrorPage(getRoom(params.session)) });
