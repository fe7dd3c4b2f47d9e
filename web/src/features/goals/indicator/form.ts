// An indicator as it is typed: every field there and empty rather than absent, and back to what the server takes.
import * as say from '#say';
import { lines, texts, whole, type Field } from '#lib/meeting.ts';
import { yearFrom, yearTo } from '#lib/years.ts';
import { unitOf } from '../labels.ts';
import { calculations, directions, facts, frequencies } from './labels.ts';
import type {
  Calculation,
  Counter,
  Definition,
  Direction,
  Frequency,
  IndicatorForm,
  Level,
  OverAreas,
  OverTime,
  RedefinitionForm,
  ShownIndicator,
  Traits,
  Unit,
} from '../types.ts';

const oneLine = ['title', 'title_en', 'looked_at_on', 'window', 'threshold', 'assessor', 'keeper'] as const;
const manyLines = ['reason', 'goal', 'looked_at_by', 'applies_to', 'rule', 'numerator', 'denominator', 'verification', 'source'] as const;
type Words = Record<(typeof oneLine)[number] | (typeof manyLines)[number], string>;

export type Typed = Words & {
  owner: { id: number; title: string } | undefined;
  code: string;
  level: Level;
  unit: Unit;
  unit_name: string;
  direction: Direction;
  calculation: Calculation;
  factor: '100' | '1' | '1000' | '10000' | '100000';
  over_areas: OverAreas;
  over_time: OverTime;
  decimals: string;
  frequency: Frequency | '';
  /** What each step of a score means, the worst first. */
  levels: string[];
  /** What people would not say aloud before others. */
  delicate: boolean;
  /** One a line. */
  groups: string;
  groups_add_up: boolean;
  /** Counted by Lomwong itself; empty: it is entered. */
  counter: Counter | '';
  /** Computed from other indicators; empty: it is entered. */
  formula: string;
  members: TypedMember[];
  /** From how many points on the members are step 2, 3, …; kept as it came. */
  points: number[];
  target: string;
  target_to: string;
  from_year: string;
  changed: string;
};

/** One of several indicators that are one together. */
export type TypedMember = { indicator: string; weight: string; worst: string; best: string };
export const emptyMember = (indicator: string): TypedMember => ({ indicator, weight: '1', worst: '0', best: '100' });

const steps = 5;
const emptyWords = Object.fromEntries([...oneLine, ...manyLines].map((name) => [name, ''])) as Words;

export const emptyIndicator = (year: number): Typed => ({
  ...emptyWords,
  owner: undefined,
  code: '',
  level: 'village',
  unit: 'household',
  unit_name: '',
  direction: 'up',
  calculation: 'ratio',
  factor: '100',
  over_areas: 'sum',
  over_time: 'last',
  decimals: '1',
  frequency: 'year',
  levels: Array.from({ length: steps }, () => ''),
  delicate: false,
  groups: '',
  groups_add_up: false,
  counter: '',
  formula: '',
  members: [],
  points: [],
  target: '',
  target_to: '',
  from_year: yearTo(year),
  changed: '',
});

export const fromIndicator = ({ traits, definition, counter, code, from_year }: ShownIndicator): Typed => {
  const { levels, groups, groups_add_up, delicate, formula, composite, target, target_to, frequency, ...words } = definition;
  return {
    ...emptyIndicator(from_year),
    ...traits,
    ...words,
    code,
    factor: String(traits.factor) as Typed['factor'],
    decimals: String(traits.decimals),
    frequency: frequency ?? '',
    levels: levels?.length ? [...levels] : Array.from({ length: steps }, () => ''),
    delicate: delicate ?? false,
    groups: (groups ?? []).join('\n'),
    groups_add_up: groups_add_up ?? false,
    counter: counter ?? '',
    formula: formula ?? '',
    members: (composite?.members ?? []).map(({ indicator, ...numbers }) => ({
      indicator,
      weight: String(numbers.weight),
      worst: String(numbers.worst),
      best: String(numbers.best),
    })),
    points: composite?.steps ?? [],
    target: target == null ? '' : String(target),
    target_to: target_to == null ? '' : String(target_to),
  };
};

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
const numberOf = (text: string) => Number(text.replace(/[,\s]/g, ''));

/** The same people and organisations come again, so that areas and months do not add up. */
const countsDifferent = (counter: Counter) => counter === 'people_known' || counter === 'organisations';

/** What is counted says itself how it is calculated and put together. */
const counted = ({ counter }: Typed): Partial<Pick<Typed, 'calculation' | 'factor' | 'over_areas' | 'over_time'>> => {
  if (!counter) return {};
  const over = countsDifferent(counter) ? 'none' : 'sum';
  return { calculation: counter === 'agreements_kept' ? 'ratio' : 'plain', factor: '100', over_areas: over, over_time: over };
};

const toTraits = (typed: Typed): Traits => ({
  level: typed.level,
  unit: typed.unit,
  unit_name: typed.unit === 'other' ? typed.unit_name : '',
  direction: typed.direction,
  calculation: typed.calculation,
  factor: typed.calculation === 'ratio' ? Number(typed.factor) : 1,
  over_areas: typed.over_areas,
  over_time: typed.over_time,
  decimals: Number(typed.decimals),
});

/** A fraction has two sides; what has none says nothing of them. */
const besides = ({ calculation, direction }: Typed) => [
  ...(calculation === 'ratio' ? [] : (['numerator', 'denominator'] as const)),
  ...(direction === 'band' ? [] : (['target_to'] as const)),
];

const toComposite = ({ members, points }: Typed): NonNullable<Definition['composite']> => ({
  members: members.map(({ indicator, weight, worst, best }) => ({
    indicator,
    weight: numberOf(weight),
    worst: numberOf(worst),
    best: numberOf(best),
  })),
  steps: points,
});

/** Only a plain number is computed from others. */
const recipe = (typed: Typed): Pick<Definition, 'formula' | 'composite'> => {
  if (typed.counter) return {};
  if (typed.calculation !== 'plain') return {};
  if (typed.members.length) return { composite: toComposite(typed) };
  return typed.formula.trim() ? { formula: typed.formula } : {};
};

const toDefinition = (typed: Typed): Definition => {
  const left = new Set<string>(besides(typed));
  const words = [...oneLine, ...manyLines].filter((name) => name !== 'title' && typed[name].trim() && !left.has(name));
  return {
    title: typed.title,
    ...Object.fromEntries(words.map((name) => [name, typed[name]])),
    ...(typed.frequency ? { frequency: typed.frequency } : {}),
    ...(typed.calculation === 'score' ? { levels: typed.levels } : {}),
    ...(typed.calculation === 'score' && typed.delicate ? { delicate: true } : {}),
    ...(typed.groups.trim() && !typed.counter ? { groups: linesOf(typed.groups) } : {}),
    ...(typed.groups.trim() && typed.groups_add_up && !typed.counter ? { groups_add_up: true } : {}),
    ...recipe(typed),
    ...(typed.target.trim() ? { target: numberOf(typed.target) } : {}),
    ...(typed.target_to.trim() && !left.has('target_to') ? { target_to: numberOf(typed.target_to) } : {}),
  };
};

const defined = (entered: Typed) => {
  const typed = { ...entered, ...counted(entered) };
  return { traits: toTraits(typed), definition: toDefinition(typed), from_year: yearFrom(typed.from_year) };
};

export const toForm = (typed: Typed): IndicatorForm => ({
  owner: typed.owner?.id ?? 0,
  ...(typed.code.trim() ? { code: typed.code } : {}),
  ...(typed.counter ? { counter: typed.counter } : {}),
  ...defined(typed),
});
export const toRedefinition = (typed: Typed): RedefinitionForm => ({
  ...defined(typed),
  ...(typed.changed.trim() ? { changed: typed.changed } : {}),
});

const named = <Name extends keyof typeof facts>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, facts[name]])) as Record<Name, () => string>;

/** What two people may have written differently. */
export const shared: Field<Typed>[] = [
  ...lines<Typed>(named(oneLine)),
  ...texts<Typed>({ ...named(manyLines), groups: facts.groups, changed: say.goals_changed }),
  whole<Typed>('unit', say.goals_unit, unitOf),
  whole('direction', say.goals_direction, ({ direction }) => directions[direction]()),
  whole('calculation', say.goals_calculation, ({ calculation }) => calculations[calculation]()),
  whole('frequency', facts.frequency, ({ frequency }) => (frequency ? frequencies[frequency]() : '')),
  whole('levels', facts.levels, ({ levels }) => levels.filter(Boolean).join('\n')),
  whole('formula', say.goals_formula, ({ formula }) => formula),
  whole('target', facts.target, ({ target }) => target),
  whole('target_to', facts.target_to, ({ target_to }) => target_to),
  whole('from_year', say.goals_from_year, ({ from_year }) => from_year),
];
