import { getSecondStep } from '#features/accounts/second-step.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load() {
  return { step: await orErrorPage(getSecondStep()) };
}
