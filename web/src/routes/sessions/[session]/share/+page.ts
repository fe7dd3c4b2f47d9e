import { listLinks } from '#features/channels/group/group.ts';
import { getShareTexts } from '#features/channels/share/share.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ params, parent }) {
  const { session } = await parent();
  const texts = await orErrorPage(getShareTexts(params.session));
  const links = session.rights.edit ? await orErrorPage(listLinks(params.session)) : undefined;
  return { texts, links };
}
