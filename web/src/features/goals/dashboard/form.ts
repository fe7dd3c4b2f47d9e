// A dashboard as it is typed, and back to what the server takes.
import * as say from '#say';
import type { Suggestion } from '#features/areas/types.ts';
import { titleOf } from '#features/records/title.ts';
import { lines, texts, whole, type Field } from '#lib/meeting.ts';
import { periodText } from '../goal/form.ts';
import type { Block, By, DashboardContent, Look, ShownBlock, ShownDashboard, Width } from './types.ts';

type Named = { id: number; title: string };
export type TypedIndicator = { code: string; title: string };
export type TypedSet = { key: string; title: string };
export type TypedBlock = {
  look: Look;
  width: Width;
  title: string;
  indicators: TypedIndicator[];
  whose: 'reader' | 'own';
  area: Suggestion | undefined;
  period: string;
  newest: string;
  group: string;
  by: By;
  /** Of exceptions: indicators one by one, or those of a set. */
  which: 'chosen' | 'set';
  set: TypedSet | undefined;
  lines: string;
  goal: Named | undefined;
  text: string;
};
export type Typed = {
  owner: Named | undefined;
  title: string;
  title_en: string;
  purpose: string;
  area: Suggestion | undefined;
  blocks: TypedBlock[];
};

const wide: Look[] = ['bars', 'multiples', 'table', 'text', 'exceptions'];

export const emptyBlock = (look: Look): TypedBlock => ({
  look,
  width: wide.includes(look) ? 'full' : 'half',
  title: '',
  indicators: [],
  whose: 'reader',
  area: undefined,
  period: '',
  newest: '8',
  group: '',
  by: 'areas',
  which: 'chosen',
  set: undefined,
  lines: '10',
  goal: undefined,
  text: '',
});
export const emptyDashboard = (area?: Suggestion): Typed => ({
  owner: undefined,
  title: '',
  title_en: '',
  purpose: '',
  area,
  blocks: [],
});

/** Whether a whole set stands in the place of indicators. */
export const isOfSet = ({ look, which }: Pick<TypedBlock, 'look' | 'which'>): boolean => look === 'exceptions' && which === 'set';

/** What its picture needs to be drawn. */
export function isReady(typed: TypedBlock): boolean {
  if (typed.look === 'ladder') return typed.goal !== undefined;
  if (typed.look === 'text') return typed.text.trim() !== '';
  return isOfSet(typed) ? typed.set !== undefined : typed.indicators.length > 0;
}

/** How many indicators a picture takes. */
export const mostIndicators = ({ look, by }: Pick<TypedBlock, 'look' | 'by'>): number =>
  look === 'trend' ? 6 : look === 'table' || look === 'exceptions' || (look === 'multiples' && by === 'periods') ? 20 : 1;

/** Whether it goes back in time. */
export const goesBack = ({ look, by }: Pick<TypedBlock, 'look' | 'by'>): boolean =>
  look === 'trend' || look === 'multiples' || (look === 'table' && by === 'periods');

export const hasFigures = ({ look }: Pick<TypedBlock, 'look'>): boolean => look !== 'text' && look !== 'ladder';

/** What its lines are beside or under each other, as its look has it. */
export const byOf = ({ look, by }: Pick<TypedBlock, 'look' | 'by'>): By =>
  by === 'areas' ? 'areas' : look === 'exceptions' ? 'indicators' : 'periods';

/** What an indicator is called stays typed even where it can no longer be read. */
const namedIn = (shown: ShownBlock): TypedIndicator[] =>
  (shown.block.indicators ?? []).map((code) => {
    const known = shown.indicators.find((indicator) => indicator.code === code);
    return { code, title: known ? titleOf(known) : code };
  });

export const fromBlock = (shown: ShownBlock): TypedBlock => {
  const { block } = shown;
  const own = shown.areas[0];
  return {
    ...emptyBlock(block.look),
    width: block.width,
    title: block.title ?? '',
    indicators: namedIn(shown),
    whose: block.area == null ? 'reader' : 'own',
    area:
      block.area == null
        ? undefined
        : { id: block.area, code: own?.code ?? '', level: own?.level ?? 'country', title: own?.title ?? String(block.area), path: '' },
    period: block.period ? periodText(block.period) : '',
    newest: String(block.newest ?? 8),
    group: block.group ?? '',
    by: block.by ?? 'areas',
    which: block.set ? 'set' : 'chosen',
    set: block.set ? { key: block.set, title: shown.set ? titleOf(shown.set) : block.set } : undefined,
    lines: String(block.lines ?? 10),
    goal: block.goal ? { id: block.goal, title: shown.goal ? titleOf(shown.goal) : String(block.goal) } : undefined,
    text: block.text ?? '',
  };
};

export const fromDashboard = (shown: ShownDashboard, area: Suggestion | undefined): Typed => ({
  owner: undefined,
  title: shown.record.title,
  title_en: shown.record.title_en,
  purpose: shown.purpose,
  area,
  blocks: shown.blocks.map(fromBlock),
});

const when = <Value>(there: unknown, value: Value): Value | Record<string, never> => (there ? value : {});

/** Only what its picture speaks of: what was typed for another one is left out. */
export function toBlock(typed: TypedBlock): Block {
  const figures = hasFigures(typed);
  const exceptions = typed.look === 'exceptions';
  const set = isOfSet(typed);
  return {
    look: typed.look,
    width: typed.width,
    ...when(typed.title.trim(), { title: typed.title }),
    ...when(figures && !set, { indicators: typed.indicators.slice(0, mostIndicators(typed)).map(({ code }) => code) }),
    ...when(figures && typed.whose === 'own' && typed.area, { area: typed.area?.id ?? 0 }),
    ...when(figures && typed.period.trim(), { period: typed.period }),
    ...when(figures && goesBack(typed), { newest: Number(typed.newest) || 8 }),
    ...when(figures && !exceptions && typed.group.trim(), { group: typed.group }),
    ...when(exceptions || typed.look === 'multiples' || typed.look === 'table', { by: byOf(typed) }),
    ...when(set && typed.set, { set: typed.set?.key ?? '' }),
    ...when(exceptions, { lines: Number(typed.lines) || 10 }),
    ...when(typed.look === 'ladder' && typed.goal, { goal: typed.goal?.id ?? 0 }),
    ...when(typed.look === 'text', { text: typed.text }),
  };
}

export const toContent = (typed: Typed): DashboardContent => ({
  title: typed.title,
  ...when(typed.title_en.trim(), { title_en: typed.title_en }),
  ...when(typed.purpose.trim(), { purpose: typed.purpose }),
  area: typed.area?.id ?? 0,
  blocks: typed.blocks.map(toBlock),
});

const blockWords = ({ title, indicators, set, goal, text }: TypedBlock, i: number): string =>
  [`${i + 1}.`, title || set?.title || goal?.title || indicators.map((indicator) => indicator.title).join(', ') || text].join(' ');

/** What two people may have written differently. */
export const shared: Field<Typed>[] = [
  ...lines<Typed>({ title: say.goals_dashboard_title, title_en: say.goals_title_en }),
  ...texts<Typed>({ purpose: say.goals_dashboard_purpose }),
  whole('area', say.goals_dashboard_area, ({ area }) => area?.title ?? ''),
  whole('blocks', say.goals_block_blocks, ({ blocks }) => blocks.map(blockWords).join('\n')),
];
