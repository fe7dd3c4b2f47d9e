// Looking at oneself: asked by a circle or an organisation, answered by each for themselves.
import { api, ask } from '#lib/api.ts';
import type { Assessment, AssessmentCard, AssessmentReply, SelfAnswer } from '../types.ts';

const at = (assessment: number | string) => ({ path: { assessment: String(assessment) } });

export const listAssessments = (circle: string): Promise<AssessmentCard[]> =>
  ask(api.GET('/api/circles/{circle}/assessments', { params: { path: { circle } } }));

export const listOwnAssessments = (organisation: string): Promise<AssessmentCard[]> =>
  ask(api.GET('/api/circles/assessments/{organisation}', { params: { path: { organisation } } }));

/** Who asks, by their number. */
export type Asker = { circle: string } | { organisation: string };

export async function openAssessment(asker: Asker, body: Assessment): Promise<{ address: string }> {
  if ('circle' in asker) return ask(api.POST('/api/circles/{circle}/assessments', { params: { path: asker }, body }));
  return ask(api.POST('/api/circles/assessments/{organisation}', { params: { path: asker }, body }));
}

export const getAssessment = (assessment: string): Promise<AssessmentReply> =>
  ask(api.GET('/api/assessments/{assessment}', { params: at(assessment) }));

export const answer = (assessment: number, scores: number[]): Promise<AssessmentReply> =>
  ask(api.PUT('/api/assessments/{assessment}/mine', { params: at(assessment), body: { scores } }));

export const takeBack = (assessment: number, day: string): Promise<AssessmentReply> =>
  ask(api.DELETE('/api/assessments/{assessment}/mine/{day}', { params: { path: { assessment: String(assessment), day } } }));

/** Where the scores of each dimension begin among all. */
export const firstOf = ({ dimensions }: Assessment): number[] =>
  dimensions.map((_, index) => dimensions.slice(0, index).reduce((sum, { statements }) => sum + statements.length, 0));

export const tenth = (mean: number): number => Math.round(mean * 10) / 10;

/** How each dimension stands now, and how much it moved since the time before. */
export function standing(content: Assessment, mine: SelfAnswer[]): { name: string; mean: number; moved: number | undefined }[] {
  const [before, now] = [mine.at(-2), mine.at(-1)];
  if (!now) return [];
  return content.dimensions.map(({ name }, index) => {
    const mean = now.means[index]!;
    return { name, mean: tenth(mean), moved: before && tenth(mean - before.means[index]!) };
  });
}
