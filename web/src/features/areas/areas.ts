// Asking the server about places.
import { api, ask } from '#lib/api.ts';
import { thai } from '#lib/say/language.svelte.ts';
import type { AreaPage, Suggestion } from './types.ts';

export const country = 'th';
const firstCommunity = 101;

export const getArea = (code: string): Promise<AreaPage> => ask(api.GET('/api/areas/{code}', { params: { path: { code } } }));

/** What somebody who has typed this much may mean; places in the province of `near` come first. */
export const findAreas = (text: string, near?: string): Promise<Suggestion[]> =>
  text ? ask(api.GET('/api/areas', { params: { query: { text, ...(near ? { near } : {}) } } })) : Promise.resolve([]);

/** What lies around a point, the nearest first. */
export const nearestAreas = (latitude: number, longitude: number): Promise<Suggestion[]> =>
  ask(api.GET('/api/areas/nearest', { params: { query: { latitude, longitude } } }));

export const titleOf = (page: AreaPage): string => (thai() ? page.title : page.title_en);

/** Years are stored in the common era; Thai readers count พ.ศ. */
export const shownYear = (year: number): string => String(thai() ? year + 543 : year);

/** The official code inside an area's number: region (1) province (2) district (2) subdistrict (2) place (3). */
export function codeOf(area: number): string | undefined {
  const digits = String(area).padStart(10, '0');
  const place = Number(digits.slice(7));
  const subdistrict = digits.slice(1, 7);
  if (place >= firstCommunity) return `c${area}`;
  if (place > 0) return subdistrict + String(place).padStart(2, '0');
  return subdistrict.replace(/(00)+$/, '') || undefined;
}

/** The place that a record names by its number, as a picker shows it. */
export async function placeOf(area: number): Promise<Suggestion | undefined> {
  const code = codeOf(area);
  if (!code) return undefined;
  const page = await getArea(code);
  return { id: area, code, level: page.area.level, title: titleOf(page), path: '' };
}
