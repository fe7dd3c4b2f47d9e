import { getMethod } from '#features/circles/methods/methods.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ url }) {
  const from = url.searchParams.get('from');
  return from ? { from: await orErrorPage(getMethod(from)) } : {};
}
