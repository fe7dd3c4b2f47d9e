// A set as it is typed: its core, which stays, and what is called otherwise or added beside it.
import * as say from '#say';
import type { Suggestion } from '#features/areas/types.ts';
import { titleOf } from '#features/records/title.ts';
import { lines, texts, whole, type Field } from '#lib/meeting.ts';
import { yearFrom, yearTo } from '#lib/years.ts';
import { readNumber } from '../goal/form.ts';
import type { IndicatorCard, SetChange, SetContent, SetForm, ShownSet, ShownSetGroup } from '../types.ts';

export type TypedItem = {
  code: string;
  title: string;
  /** What it is called here. */
  name: string;
  /** Of our own; a core has its own, which holds where none is typed. */
  weight: string;
  /** Cannot be taken away: others compare themselves by it. */
  is_core: boolean;
};
export type TypedGroup = { name: string; core_name: string; items: TypedItem[] };
export type Typed = {
  owner: { id: number; title: string } | undefined;
  area: Suggestion | undefined;
  title: string;
  title_en: string;
  purpose: string;
  groups: TypedGroup[];
  from_year: string;
  changed: string;
};

export const emptyGroup = (): TypedGroup => ({ name: '', core_name: '', items: [] });
export const emptySet = (year: number): Typed => ({
  owner: undefined,
  area: undefined,
  title: '',
  title_en: '',
  purpose: '',
  groups: [emptyGroup()],
  from_year: yearTo(year),
  changed: '',
});

const typedItem = ({ code, name, is_core, indicator }: ShownSetGroup['items'][number]): TypedItem => ({
  code,
  title: indicator ? titleOf(indicator) : code,
  name,
  weight: '',
  is_core,
});

export const addedItem = (card: IndicatorCard): TypedItem => ({
  code: card.code,
  title: titleOf(card),
  name: '',
  weight: '',
  is_core: false,
});

/** Another's set, as it becomes one's own: all of it is core. */
export const adopting = (set: ShownSet, year: number): Typed => ({
  ...emptySet(year),
  groups: set.groups.map(({ name, items }) => ({
    name: '',
    core_name: name,
    items: items.map((item) => ({ ...typedItem(item), name: '', is_core: true })),
  })),
});

export const fromSet = (set: ShownSet): Typed => ({
  ...emptySet(set.from_year),
  title: set.content.title,
  title_en: set.content.title_en ?? '',
  purpose: set.content.purpose ?? '',
  groups: set.groups.map((group, i) => {
    const own = set.content.groups[i];
    const name = own?.name ?? '';
    const weights = new Map(own?.items.map(({ code, weight }) => [code, weight ? String(weight) : '']));
    const core = group.core_name || (name ? '' : group.name);
    return {
      name,
      core_name: set.base ? core : '',
      items: group.items.map((item) => ({ ...typedItem(item), weight: weights.get(item.code) ?? '' })),
    };
  }),
});

// What is no number is sent as 0, which is refused.
const itemOf = ({ code, name, weight }: TypedItem) => ({
  code,
  ...(name.trim() ? { name } : {}),
  ...(weight.trim() ? { weight: readNumber(weight) || 0 } : {}),
});
const says = (item: TypedItem) => !item.is_core || Boolean(item.name.trim()) || Boolean(item.weight.trim());

/** Which of those that are sent an item is: what is wrong with it is told by that place. */
export const placeOf = (items: TypedItem[], i: number): number => items.slice(0, i).filter(says).length;

const toContent = ({ title, title_en, purpose, groups }: Typed): SetContent => ({
  title,
  ...(title_en.trim() ? { title_en } : {}),
  ...(purpose.trim() ? { purpose } : {}),
  groups: groups.map(({ name, items }) => ({ ...(name.trim() ? { name } : {}), items: items.filter(says).map(itemOf) })),
});

export const toForm = (typed: Typed, base: string): SetForm => ({
  owner: typed.owner?.id ?? 0,
  ...(base ? { base } : {}),
  ...(typed.area ? { area: typed.area.id } : {}),
  content: toContent(typed),
  from_year: yearFrom(typed.from_year),
});
export const toChange = (typed: Typed): SetChange => ({
  content: toContent(typed),
  from_year: yearFrom(typed.from_year),
  ...(typed.changed.trim() ? { changed: typed.changed } : {}),
});

const itemWords = ({ name, title, weight }: TypedItem): string =>
  `– ${name || title}${weight ? ` · ${say.goals_item_weight({ weight })}` : ''}`;
const groupWords = ({ name, core_name, items }: TypedGroup, i: number): string =>
  [name || core_name || say.goals_group_unnamed({ place: i + 1 }), ...items.map(itemWords)].join('\n');

/** What two people may have written differently. */
export const shared: Field<Typed>[] = [
  ...lines<Typed>({ title: say.goals_set_title, title_en: say.goals_title_en }),
  ...texts<Typed>({ purpose: say.goals_set_purpose }),
  whole('groups', say.goals_set_groups, ({ groups }) => groups.map(groupWords).join('\n')),
  whole('from_year', say.goals_from_year, ({ from_year }) => from_year),
];
