// A set of indicators in the shape of the official report.
import type { components } from '#api/generated/paths.gen.ts';
import { api, ask } from '#lib/api.ts';

type Schemas = components['schemas'];
export type SetReport = Schemas['goals.SetReport'];
export type ReportPart = Schemas['goals.ReportPart'];
export type ReportRow = Schemas['goals.ReportRow'];

export type ReportWanted = { area?: string; period?: string; inside?: boolean };

export const getReport = (set: string, query: ReportWanted): Promise<SetReport> =>
  ask(api.GET('/api/indicator-sets/{set}/report', { params: { path: { set }, query } }));

export const queryOf = ({ area, period, inside }: ReportWanted): string =>
  new URLSearchParams({ ...(area ? { area } : {}), ...(period ? { period } : {}), ...(inside ? { inside: 'true' } : {}) }).toString();

export const wantedOf = (query: URLSearchParams): ReportWanted => {
  const [area, period] = [query.get('area'), query.get('period')];
  return { ...(area ? { area } : {}), ...(period ? { period } : {}), ...(query.get('inside') === 'true' ? { inside: true } : {}) };
};

/** As the report prints them: always two decimals, and never rounded again. */
export const percentOf = (percent: number): string => percent.toFixed(2);
