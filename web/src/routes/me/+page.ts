import { listSessions } from '#features/accounts/accounts.ts';
import { getMyEmail } from '#features/accounts/by-mail.ts';
import { listProgramKeys } from '#features/accounts/program-keys.ts';
import { listIdentities, listProviders } from '#features/accounts/providers.ts';
import { getSecondStep, getSignInRules } from '#features/accounts/second-step.ts';
import { orErrorPage } from '#lib/load.ts';
import { viewer, whoIsHere } from '#lib/viewer.svelte.ts';

export async function load() {
  const [sessions, step, email, providers, identities, keys] = await orErrorPage(
    Promise.all([listSessions(), getSecondStep(), getMyEmail(), listProviders(), listIdentities(), listProgramKeys()]),
  );
  await whoIsHere();
  // Whoever is no administrator is not asked about: the answer would be a refusal.
  const rules = viewer.me?.administrator ? await orErrorPage(getSignInRules()) : undefined;
  return { sessions, step, email, providers, identities, keys, rules };
}
