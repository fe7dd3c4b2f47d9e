import { listSessions } from '#features/accounts/accounts.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load() {
  return { sessions: await orErrorPage(listSessions()) };
}
