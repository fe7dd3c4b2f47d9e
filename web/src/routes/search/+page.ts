import { getArea, titleOf } from '#features/areas/areas.ts';
import type { Suggestion } from '#features/areas/types.ts';
import { search, wantedIn, type Wanted } from '#features/search/search.ts';
import { orErrorPage } from '#lib/load.ts';

async function placeIn({ area }: Wanted): Promise<Suggestion | undefined> {
  if (!area) return undefined;
  const page = await getArea(area);
  return { id: page.area.id, code: area, level: page.area.level, title: titleOf(page), path: '' };
}

export async function load({ url }) {
  const wanted = wantedIn(url.searchParams);
  if (!wanted.q.trim()) return { wanted, results: undefined, place: undefined };
  const [results, place] = await orErrorPage(Promise.all([search(wanted), placeIn(wanted)]));
  return { wanted, results, place };
}
