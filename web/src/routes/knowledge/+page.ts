import { listItems, listTags, type Wanted } from '#features/knowledge/knowledge.ts';
import { orErrorPage } from '#lib/load.ts';

const names = new Set(['kind', 'tag', 'state']);

export async function load({ url }) {
  const wanted = Object.fromEntries([...url.searchParams].filter(([name]) => names.has(name))) as Wanted;
  const [first, tags] = await orErrorPage(Promise.all([listItems(wanted), listTags()]));
  return { wanted, first, tags };
}
