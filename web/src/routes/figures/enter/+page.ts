import { getArea, titleOf } from '#features/areas/areas.ts';
import { getGrid, type GridWanted } from '#features/goals/entry/entry.ts';
import { findIndicators, listSets } from '#features/goals/goals.ts';
import { orErrorPage } from '#lib/load.ts';
import { Problem } from '#lib/problem.ts';

const names = new Set(['area', 'period', 'set', 'indicators', 'level', 'group']);

async function areaOf(code: string | undefined) {
  if (!code) return undefined;
  const found = await getArea(code).catch(() => undefined);
  return found && { id: found.area.id, code: found.area.code, level: found.area.level, title: titleOf(found), path: '' };
}

async function cardsOf(codes: string | undefined) {
  const found = await Promise.all((codes ?? '').split(',').filter(Boolean).map(findIndicators));
  return found.flatMap((cards, i) => cards.filter(({ code }) => code === (codes ?? '').split(',').filter(Boolean)[i]));
}

/** The table, or why there is none: whoever asks for too much chooses anew on the same page. */
async function gridOf(wanted: Partial<GridWanted>) {
  if (!wanted.area || !wanted.period || !(wanted.set || wanted.indicators)) return {};
  try {
    return { grid: await getGrid(wanted as GridWanted) };
  } catch (problem) {
    if (problem instanceof Problem && (problem.status === 422 || problem.status === 403)) return { problem };
    throw problem;
  }
}

export async function load({ url }) {
  const wanted: Partial<GridWanted> = Object.fromEntries([...url.searchParams].filter(([name, value]) => names.has(name) && value));
  const all = Promise.all([gridOf(wanted), areaOf(wanted.area), cardsOf(wanted.indicators), listSets()]);
  const [shown, area, indicators, sets] = await orErrorPage(all);
  return { wanted, area, indicators, sets, ...shown, key: url.search };
}
