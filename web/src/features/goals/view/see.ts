// What areas know of themselves, as pages ask for it.
import { api, ask } from '#lib/api.ts';
import type { Inside, Opened, Situation } from './types.ts';

const path = (code: string) => ({ params: { path: { code } } });

export const getSituation = (area: string): Promise<Situation> => ask(api.GET('/api/areas/{code}/situation', path(area)));
export const getInside = (area: string): Promise<Inside> => ask(api.GET('/api/areas/{code}/situation/inside', path(area)));

export const openFigure = (indicator: string, code: string, period: string): Promise<Opened> =>
  ask(api.GET('/api/figures/{indicator}/{code}/{period}', { params: { path: { indicator, code, period } } }));

/** Where a number is opened. */
export const figureAddress = (indicator: string, area: string, period: string): string =>
  `/figures/${encodeURIComponent(indicator)}/${area}/${period}`;
