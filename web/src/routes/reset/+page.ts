import { getResetWays } from '#features/accounts/by-mail.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load() {
  return await orErrorPage(getResetWays());
}
