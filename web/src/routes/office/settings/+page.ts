import { getIdentity, getLicence, getModeration, getWords } from '#features/site/settings/settings.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ url }) {
  const [identity, words, licence, moderation] = await orErrorPage(Promise.all([getIdentity(), getWords(), getLicence(), getModeration()]));
  return { of: url.searchParams.get('of'), identity, words, licence, moderation };
}
