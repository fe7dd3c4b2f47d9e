import { itemsIn } from '#features/knowledge/compare/compare.ts';
import { getItem, listItems } from '#features/knowledge/knowledge.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ url }) {
  const numbers = itemsIn(url.searchParams.get('items'));
  const [items, offered] = await orErrorPage(Promise.all([Promise.all(numbers.map(getItem)), listItems({ kind: 'case' })]));
  return { items, offered: offered.items };
}
