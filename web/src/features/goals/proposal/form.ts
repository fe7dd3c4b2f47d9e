// A proposed indicator as it is typed, and back to what the server takes.
import * as say from '#say';
import { lines, texts, type Field } from '#lib/meeting.ts';
import { facts } from '../indicator/labels.ts';
import type { Direction, IndicatorCard, Unit } from '../types.ts';
import type { CountedAs, ProposalCard, ProposalContent, ShownProposal } from './types.ts';

export type Typed = {
  title: string;
  /** One that is here already; its own words then say how it is counted. */
  indicator: { code: string; title: string } | undefined;
  reason: string;
  rule: string;
  verification: string;
  unit: Unit;
  unit_name: string;
  counted_as: CountedAs;
  direction: Direction;
};

export const emptyProposal = (): Typed => ({
  title: '',
  indicator: undefined,
  reason: '',
  rule: '',
  verification: '',
  unit: 'household',
  unit_name: '',
  counted_as: 'percent',
  direction: 'up',
});

export const fromProposal = ({ proposal }: ShownProposal): Typed => {
  const { content, indicator, code } = proposal;
  return {
    ...emptyProposal(),
    ...content,
    title: content.title,
    indicator: content.indicator ? { code, title: indicator?.title ?? code } : undefined,
    reason: content.reason ?? '',
    rule: content.rule ?? '',
    verification: content.verification ?? '',
    unit_name: content.unit_name ?? '',
  };
};

const said = (typed: Typed, names: readonly ('reason' | 'rule' | 'verification')[]) =>
  Object.fromEntries(names.filter((name) => typed[name].trim()).map((name) => [name, typed[name]]));

export const toContent = (typed: Typed): ProposalContent => ({
  title: typed.title.trim() || (typed.indicator?.title ?? ''),
  ...(typed.indicator ? { indicator: typed.indicator.code } : {}),
  ...said(typed, typed.indicator ? ['reason'] : ['reason', 'rule', 'verification']),
  unit: typed.unit,
  ...(typed.unit === 'other' ? { unit_name: typed.unit_name } : {}),
  counted_as: typed.counted_as,
  direction: typed.direction,
});

/** What is taken from an indicator that is here. */
export const taken = (card: IndicatorCard): Partial<Typed> => ({
  unit: card.unit,
  unit_name: card.unit_name,
  direction: card.direction,
  counted_as: card.calculation === 'ratio' ? 'percent' : 'number',
});

/** What two people may have written differently. */
export const shared: Field<Typed>[] = [
  ...lines<Typed>({ title: say.proposals_title }),
  ...texts<Typed>({ reason: say.proposals_reason, rule: say.proposals_rule, verification: facts.verification }),
];

const shortest = 4;
const heard = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s/g, '');

/** Runs of four letters that two titles share, of those that the shorter one has: Thai has no spaces to cut words at. */
function likeness(one: string, other: string): number {
  const runs = (text: string) =>
    new Set(Array.from({ length: Math.max(text.length - shortest + 1, 0) }, (_, i) => text.slice(i, i + shortest)));
  const [fewer, more] = [runs(heard(one)), runs(heard(other))].sort((a, b) => a.size - b.size) as [Set<string>, Set<string>];
  return fewer.size ? [...fewer].filter((run) => more.has(run)).length / fewer.size : 0;
}

const alikeEnough = 0.5;
/** Those that somebody has proposed already and that sound like what is being typed. */
export const alike = (title: string, proposals: ProposalCard[]): ProposalCard[] =>
  proposals.filter((each) => !each.joined_into && each.standing !== 'not_adopted' && likeness(title, each.title) >= alikeEnough);
