// Asking the server about places.
import { api, ask } from '#lib/api.ts';
import { thai } from '#lib/say/language.svelte.ts';
import type { AreaPage, Suggestion } from './types.ts';

export const country = 'th';

export const getArea = (code: string): Promise<AreaPage> => ask(api.GET('/api/areas/{code}', { params: { path: { code } } }));

/** What somebody who has typed this much may mean; places in the province of `near` come first. */
export const findAreas = (text: string, near?: string): Promise<Suggestion[]> =>
  text ? ask(api.GET('/api/areas', { params: { query: { text, ...(near ? { near } : {}) } } })) : Promise.resolve([]);

export const titleOf = (page: AreaPage): string => (thai() ? page.title : page.title_en);

/** Years are stored in the common era; Thai readers count พ.ศ. */
export const shownYear = (year: number): string => String(thai() ? year + 543 : year);
