import { riverSoon } from '#features/trace/river.ts';

export const load = async ({ parent }) => riverSoon((await parent()).topic.record.id);
