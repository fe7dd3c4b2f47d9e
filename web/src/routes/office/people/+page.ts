import { listAccounts, only, type AccountsOnly, type AccountsWanted } from '#features/office/people/people.ts';
import { orErrorPage } from '#lib/load.ts';

const isOnly = (text: string | null): text is AccountsOnly => text !== null && text in only;

export async function load({ url }) {
  const wanted: AccountsWanted = {};
  const text = url.searchParams.get('text');
  const narrowed = url.searchParams.get('only');
  if (text) wanted.text = text;
  if (isOnly(narrowed)) wanted.only = narrowed;
  return { wanted, first: await orErrorPage(listAccounts(wanted)) };
}
