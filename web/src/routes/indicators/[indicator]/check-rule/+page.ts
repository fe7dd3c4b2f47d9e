import { getRule } from '#features/goals/entry/entry.ts';
import { getIndicator } from '#features/goals/goals.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ params }) {
  const [indicator, rule] = await orErrorPage(Promise.all([getIndicator(params.indicator), getRule(params.indicator)]));
  return { indicator, rule };
}
