import { listOwnCircles } from '#features/circles/capture/captures.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async () => ({ circles: await orErrorPage(listOwnCircles()) });
