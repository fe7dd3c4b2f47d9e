// Maps of figures as pages ask for them.
import { api, ask } from '#lib/api.ts';
import type { AreaMap, FiguresMap, Level } from './types.ts';

/** What is empty is not asked for. */
export type MapWanted = {
  area?: string | undefined;
  indicator?: string | undefined;
  period?: string | undefined;
  group?: string | undefined;
  level?: Level | undefined;
};
type Asked = { area?: string; indicator?: string; period?: string; group?: string; level?: Level };

const names = ['area', 'indicator', 'period', 'group', 'level'] as const;
const asked = (wanted: MapWanted): Asked => Object.fromEntries(names.flatMap((name) => (wanted[name] ? [[name, wanted[name]]] : [])));

export const getMap = (wanted: MapWanted): Promise<FiguresMap> => ask(api.GET('/api/figures/map', { params: { query: asked(wanted) } }));

/** Where the areas lie, and their borders as far as the office has loaded them. */
export const getShapes = (code: string, level: Level): Promise<AreaMap> =>
  ask(api.GET('/api/areas/{code}/map', { params: { path: { code }, query: { level } } }));

const queryOf = (wanted: MapWanted): string => new URLSearchParams(asked(wanted)).toString();

export const mapAddress = (wanted: MapWanted): string => `/figures/map?${queryOf(wanted)}`;
export const mapTable = (wanted: MapWanted, format: 'csv' | 'xlsx'): string => `/api/figures/map/table.${format}?${queryOf(wanted)}`;

export const wantedIn = (query: URLSearchParams): MapWanted =>
  Object.fromEntries(names.map((name) => [name, query.get(name) ?? undefined]));
