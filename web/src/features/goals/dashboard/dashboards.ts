// Dashboards as pages ask for them: one question for all numbers of a page.
import { api, ask, ifMatch } from '#lib/api.ts';
import type { Block, DashboardCard, DashboardContent, DashboardForm, ShownBlock, ShownDashboard, Step } from './types.ts';

export type DashboardsWanted = { text?: string; area?: number; after?: number };
type Page<Card> = { items: Card[]; next?: string };

export const listDashboards = (query: DashboardsWanted): Promise<Page<DashboardCard>> =>
  ask(api.GET('/api/dashboards', { params: { query } }));

/** What its reader looks at: the code of an area, and a period as it is written. */
export type At = { area?: string; period?: string };
export const atOf = (query: URLSearchParams): At => {
  const [area, period] = [query.get('area'), query.get('period')];
  return { ...(area ? { area } : {}), ...(period ? { period } : {}) };
};

export const getDashboard = (dashboard: string, query: At = {}): Promise<ShownDashboard> =>
  ask(api.GET('/api/dashboards/{dashboard}', { params: { path: { dashboard }, query } }));

/** One page of it for whoever has five minutes. */
export const reportAddress = ({ record, area, period }: ShownDashboard): string =>
  `/api/dashboards/${record.number}/report.pdf?${new URLSearchParams({ area: area.code, ...(period ? { period: period.period } : {}) })}`;

/** Its address. */
export const makeDashboard = async (body: DashboardForm): Promise<string> => (await ask(api.POST('/api/dashboards', { body }))).address;

export const changeDashboard = async ({ record }: ShownDashboard, version: number, content: DashboardContent): Promise<string> =>
  (
    await ask(
      api.PUT('/api/dashboards/{dashboard}', {
        params: { path: { dashboard: String(record.number) }, header: ifMatch(version) },
        body: { content },
      }),
    )
  ).address;

/** As the blocks would look, before they are saved. */
export const previewBlocks = (area: number, blocks: Block[]): Promise<ShownBlock[]> =>
  ask(api.POST('/api/dashboards/preview', { body: { area, blocks } }));

export const listVersions = (record: number): Promise<Step[]> =>
  ask(api.GET('/api/records/{record}/history', { params: { path: { record: String(record) } } }));

/** The older one becomes the newest version; whoever was quicker is not overwritten (412). */
export const bringBack = async ({ record }: ShownDashboard, version: number): Promise<string> =>
  (
    await ask(
      api.PUT('/api/dashboards/{dashboard}/version', {
        params: { path: { dashboard: String(record.number) }, header: ifMatch(record.version) },
        body: { version },
      }),
    )
  ).address;
