// A goal as it is typed: every field there and empty rather than absent, and back to what the server takes.
import * as say from '#say';
import type { Suggestion } from '#features/areas/types.ts';
import { titleOf } from '#features/records/title.ts';
import { lines, texts, whole, type Field } from '#lib/meeting.ts';
import { thai } from '#lib/say/language.svelte.ts';
import { yearTo } from '#lib/years.ts';
import type { Direction } from '../types.ts';
import type { Beginning, GoalContent, ShownGoal, ShownMark, TypedMark } from './types.ts';

export type MarkText = { period: string; value: string; value_to: string };
export type Named = { id: number; title: string };
export type TypedIndicator = { code: string; title: string; direction: Direction };
export type Typed = {
  owner: Named | undefined;
  wish: string;
  title: string;
  title_en: string;
  meaning: string;
  area: Suggestion | undefined;
  indicator: TypedIndicator | undefined;
  baseline: MarkText;
  targets: MarkText[];
  partners: Named[];
};

export const emptyMark = (): MarkText => ({ period: '', value: '', value_to: '' });
export const emptyGoal = (area?: Suggestion): Typed => ({
  owner: undefined,
  wish: '',
  title: '',
  title_en: '',
  meaning: '',
  area,
  indicator: undefined,
  baseline: emptyMark(),
  targets: [emptyMark()],
  partners: [],
});

/** A period as people write it: "2021" is 2564 in Thai, "2020Oct" is งบ2564. */
export function periodText(code: string): string {
  const fiscal = /^(\d{4})Oct$/.exec(code);
  if (fiscal) return (thai() ? 'งบ' : 'FY') + yearTo(Number(fiscal[1]) + 1);
  return /^\d{4}$/.test(code) ? yearTo(Number(code)) : code;
}

/** With Thai digits and commas between thousands; nothing that is no number. */
export function readNumber(text: string): number {
  const plain = text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50)).replaceAll(',', '');
  return plain.trim() ? Number(plain) : NaN;
}

const markText = ({ period, value, value_to }: ShownMark): MarkText => ({
  period: periodText(period),
  value: String(value),
  value_to: value_to == null ? '' : String(value_to),
});

/** What was measured last, as a baseline. */
export const beginningText = ({ latest }: Beginning): MarkText | undefined =>
  latest?.figure.value == null ? undefined : { period: periodText(latest.period), value: String(latest.figure.value), value_to: '' };

export const fromGoal = (shown: ShownGoal, area: Suggestion | undefined): Typed => ({
  ...emptyGoal(area),
  wish: shown.wish,
  title: shown.record.title,
  title_en: shown.record.title_en,
  meaning: shown.meaning,
  indicator: shown.goal.ladder && {
    code: shown.indicator,
    title: titleOf({ title: shown.goal.indicator_title, title_en: shown.goal.indicator_title_en }),
    direction: shown.goal.ladder.traits.direction,
  },
  baseline: shown.goal.ladder?.baseline ? markText(shown.goal.ladder.baseline) : emptyMark(),
  targets: shown.goal.ladder?.targets.length ? shown.goal.ladder.targets.map(markText) : [emptyMark()],
  partners: shown.partners.map((partner) => ({ id: partner.id, title: titleOf(partner) })),
});

const says = ({ period, value }: MarkText) => Boolean(period.trim() || value.trim());
const toMark = (mark: MarkText): TypedMark => ({
  period: mark.period,
  value: readNumber(mark.value),
  ...(mark.value_to.trim() ? { value_to: readNumber(mark.value_to) } : {}),
});

export const toContent = (typed: Typed, parent?: number): GoalContent => ({
  title: typed.title,
  ...(typed.title_en.trim() ? { title_en: typed.title_en } : {}),
  ...(typed.wish.trim() ? { wish: typed.wish } : {}),
  ...(typed.meaning.trim() ? { meaning: typed.meaning } : {}),
  area: typed.area?.id ?? 0,
  ...(parent ? { parent } : {}),
  ...(typed.indicator ? { indicator: typed.indicator.code } : {}),
  ...(says(typed.baseline) ? { baseline: toMark(typed.baseline) } : {}),
  targets: typed.targets.filter(says).map(toMark),
  ...(typed.partners.length ? { partners: typed.partners.map(({ id }) => id) } : {}),
});

const markWords = ({ period, value, value_to }: MarkText): string => [period, value, value_to].filter(Boolean).join(' · ');

/** What two people may have written differently. */
export const shared: Field<Typed>[] = [
  ...lines<Typed>({ title: say.goals_goal_title, title_en: say.goals_title_en }),
  ...texts<Typed>({ wish: say.goals_goal_wish, meaning: say.goals_goal_meaning }),
  whole('area', say.goals_goal_area, ({ area }) => area?.title ?? ''),
  whole('indicator', say.goals_goal_indicator, ({ indicator }) => indicator?.title ?? ''),
  whole('baseline', say.goals_rung_baseline, ({ baseline }) => markWords(baseline)),
  whole('targets', say.goals_goal_targets, ({ targets }) => targets.map(markWords).filter(Boolean).join('\n')),
  whole('partners', say.goals_goal_partners, ({ partners }) => partners.map(({ title }) => title).join('\n')),
];
