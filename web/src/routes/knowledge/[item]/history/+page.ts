import { listSteps } from '#features/knowledge/history/history.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ parent }) {
  const { item } = await parent();
  return { steps: await orErrorPage(listSteps(item.record.id)) };
}
