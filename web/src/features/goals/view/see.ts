// What areas know of themselves, as pages ask for it.
import * as say from '#say';
import { api, ask } from '#lib/api.ts';
import { number } from '#lib/format.ts';
import type { Inside, Opened, Situation } from './types.ts';

const path = (code: string) => ({ params: { path: { code } } });

export const getSituation = (area: string): Promise<Situation> => ask(api.GET('/api/areas/{code}/situation', path(area)));
export const getInside = (area: string): Promise<Inside> => ask(api.GET('/api/areas/{code}/situation/inside', path(area)));

export const openFigure = (indicator: string, code: string, period: string): Promise<Opened> =>
  ask(api.GET('/api/figures/{indicator}/{code}/{period}', { params: { path: { indicator, code, period } } }));

/** Where a number is opened. */
export const figureAddress = (indicator: string, area: string, period: string): string =>
  `/figures/${encodeURIComponent(indicator)}/${area}/${period}`;

/** "ข้อมูลจาก 7 จาก 9 แห่ง"; never that it is all. */
export const reportedOf = ({ reported, expected }: { reported: number; expected?: number }): string =>
  expected == null
    ? say.goals_reported({ reported: number(reported) })
    : say.goals_from_of({ reported: number(reported), expected: number(expected) });
