import { error } from '@sveltejs/kit';
import { getArea } from '#features/areas/areas.ts';
import { getChoices } from '#features/goals/count/count.ts';
import { today } from '#lib/format.ts';
import { orErrorPage } from '#lib/load.ts';

export async function load({ url }) {
  const set = url.searchParams.get('set') ?? undefined;
  const indicator = url.searchParams.get('indicator');
  const what = set ? { set } : indicator ? { indicator } : undefined;
  if (!what) error(404);
  const code = url.searchParams.get('area');
  const year = Number(today().slice(0, 4));
  const [choices, page] = await orErrorPage(Promise.all([getChoices(what, year), code ? getArea(code) : undefined]));
  return { choices, set, area: page && { ...page.area, title: page.title, path: page.path } };
}
