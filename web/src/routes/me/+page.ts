import { listSessions } from '#features/accounts/accounts.ts';
import { getSecondStep, getSignInRules } from '#features/accounts/second-step.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load() {
  const [sessions, step, rules] = await orErrorPage(
    Promise.all([listSessions(), getSecondStep(), getSignInRules().catch(() => undefined)]),
  );
  return { sessions, step, rules };
}
