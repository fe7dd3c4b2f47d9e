import { getInvitation } from '#features/accounts/accounts.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ url }) {
  const token = url.searchParams.get('invitation') ?? '-';
  return { token, invitation: await orErrorPage(getInvitation(token)) };
}
