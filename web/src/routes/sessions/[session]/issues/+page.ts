import { getIssues, getTree } from '#features/circles/tree/tree.ts';
import { orErrorPage } from '#lib/load.ts';

/** Where its circle may not be read, nothing is passed from here; what was passed is shown all the same. */
export const load = async ({ params, parent }) => {
  const first = orErrorPage(getIssues(params.session));
  const { session } = await parent();
  const circle = session.circle.address.split('/').at(-1);
  return { first: await first, tree: circle ? await getTree(circle).catch(() => undefined) : undefined };
};
