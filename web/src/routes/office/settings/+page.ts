import { getIdentity, getLicence, getModeration, getReporting, getWords } from '#features/site/settings/settings.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ url }) {
  const all = Promise.all([getIdentity(), getWords(), getLicence(), getModeration(), getReporting()]);
  const [identity, words, licence, moderation, reporting] = await orErrorPage(all);
  return { of: url.searchParams.get('of'), identity, words, licence, moderation, reporting };
}
