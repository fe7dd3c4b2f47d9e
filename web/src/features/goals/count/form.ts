// A count as it is typed before the hall begins.
import * as say from '#say';
import type { Suggestion } from '#features/areas/types.ts';
import { yearFrom, yearTo } from '#lib/years.ts';
import type { CountChoice, CountChoices, CountForm, Way } from './count.ts';

export type TypedItem = {
  code: string;
  title: string;
  title_en: string;
  has_levels: boolean;
  delicate: boolean;
  counted: boolean;
  way: Way;
};
export type Typed = {
  owner: { id: number; title: string } | undefined;
  area: Suggestion | undefined;
  year: string;
  held_on: string;
  present: string;
  led_by: string;
  groups: string;
  items: TypedItem[];
};

const typedItem = ({ code, title, title_en, has_levels, delicate, way }: CountChoice): TypedItem => ({
  code,
  title,
  title_en,
  has_levels,
  delicate,
  counted: has_levels,
  way,
});

export const emptyCount = (choices: CountChoices, area: Suggestion | undefined, today: string): Typed => ({
  owner: undefined,
  area,
  year: yearTo(Number(today.slice(0, 4))),
  held_on: today,
  present: '',
  led_by: '',
  groups: '',
  items: choices.items.map(typedItem),
});

/** Figures are kept by these names in either language. */
export const usualGroups = [
  { group: 'หญิง', name: say.goals_group_women },
  { group: 'ชาย', name: say.goals_group_men },
  { group: 'เยาวชน', name: say.goals_group_youth },
  { group: 'ผู้สูงอายุ', name: say.goals_group_elders },
];

/** "หญิง, ชาย": as people write a list. */
export const groupsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,\n]/)
      .map((name) => name.trim())
      .filter(Boolean),
  ),
];

export const withGroup = (text: string, name: string): string => {
  const groups = groupsOf(text);
  return (groups.includes(name) ? groups.filter((group) => group !== name) : [...groups, name]).join(', ');
};

export const toForm = (typed: Typed, set: string | undefined): CountForm => ({
  owner: typed.owner?.id ?? 0,
  area: typed.area?.id ?? 0,
  year: yearFrom(typed.year),
  held_on: typed.held_on,
  present: Number(typed.present),
  ...(set ? { set } : {}),
  items: typed.items.filter(({ counted }) => counted).map(({ code, way }) => ({ code, way })),
  ...(typed.groups.trim() ? { groups: groupsOf(typed.groups) } : {}),
  ...(typed.led_by.trim() ? { led_by: typed.led_by } : {}),
});
