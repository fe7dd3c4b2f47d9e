import { getItem } from '#features/knowledge/knowledge.ts';
import { orErrorPage } from '#lib/load.ts';

export const load = async ({ params }) => ({ item: await orErrorPage(getItem(params.item)) });
