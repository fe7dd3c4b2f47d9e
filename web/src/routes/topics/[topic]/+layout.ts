import { getTopic } from '#features/circles/topic/topics.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ topic: await orErrorPage(getTopic(params.topic)) });
