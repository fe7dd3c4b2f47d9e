// A profile as it is typed: every figure is text until it is sent, so that nothing a person types is ever lost.
import { Problem } from '#lib/problem.ts';
import { yearFrom, yearTo } from '#lib/years.ts';
import type { ProfileContent } from '../types.ts';
import type { Owner } from '../owners.ts';

export type Typed = {
  owner: Owner | undefined;
  history: string;
  population: { year: string; people: string; households: string; source: string }[];
  actors: { name: string; role: string }[];
  issues: { title: string; detail: string }[];
  sources: { title: string; link: string }[];
};

export const emptyFigure = () => ({ year: '', people: '', households: '', source: '' });
export const emptyActor = () => ({ name: '', role: '' });
export const emptyIssue = () => ({ title: '', detail: '' });
export const emptySource = () => ({ title: '', link: '' });

export const emptyProfile = (): Typed => ({
  owner: undefined,
  history: '',
  population: [emptyFigure()],
  actors: [],
  issues: [emptyIssue()],
  sources: [emptySource()],
});

const whole = (text: string): number => Number(text.replace(/[,\s]/g, ''));
const filled = (row: object): boolean => Object.values(row).some((cell) => String(cell).trim() !== '');

export function fromContent(content: ProfileContent): Typed {
  return {
    owner: undefined,
    history: content.history ?? '',
    population: content.population.map(({ year, people, households, source }) => ({
      year: yearTo(year),
      people: String(people),
      households: households == null ? '' : String(households),
      source: source ?? '',
    })),
    actors: content.actors.map(({ name, role }) => ({ name, role: role ?? '' })),
    issues: content.issues.map(({ title, detail }) => ({ title, detail: detail ?? '' })),
    sources: content.sources.map(({ title, link }) => ({ title, link: link ?? '' })),
  };
}

/** Rows left empty are not sent. */
export function toContent(typed: Typed): ProfileContent {
  return {
    history: typed.history,
    population: typed.population.filter(filled).map(({ year, people, households, source }) => ({
      year: yearFrom(year),
      people: whole(people),
      ...(households ? { households: whole(households) } : {}),
      ...(source ? { source } : {}),
    })),
    actors: typed.actors.filter(filled),
    issues: typed.issues.filter(filled),
    sources: typed.sources.filter(filled),
  };
}

/** What is wrong with a field stands beside it, whether the profile is new or there already. */
export const besideFields = (problem: unknown): string[] =>
  problem instanceof Problem ? problem.errors.map(({ pointer }) => pointer).filter((pointer) => fieldOf.test(pointer)) : [];

const fieldOf = /^\/owner$|^(\/content)?\/(history|(population|actors|issues|sources)\/\d+\/\w+)$/;
