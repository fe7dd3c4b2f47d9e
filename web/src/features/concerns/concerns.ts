// What readers find wrong, and what moderators do about it.
import type { components } from '#api/generated/paths.gen.ts';
import { api, ask } from '#lib/api.ts';

type Schemas = components['schemas'];
export type Reportable = Schemas['concerns.Reportable'];
export type Report = Schemas['concerns.ReportForm'];
export type Reason = Report['reason'];
export type Heard = Schemas['concerns.Heard'];
export type Queued = Schemas['concerns.Queued'];
export type Which = 'open' | 'decided';
export type Verdict = Schemas['concerns.DecisionForm']['verdict'];

const of = (record: number) => ({ params: { path: { record: String(record) } } });
const all = '/api/records/{record}/concerns';

export const getReportable = (record: number): Promise<Reportable> => ask(api.GET(all, of(record)));
export const report = (record: number, body: Report): Promise<Heard> => ask(api.POST(all, { ...of(record), body }));

export const listConcerns = (which: Which): Promise<Queued[]> => ask(api.GET('/api/concerns', { params: { query: { which } } }));

export const decide = ({ concern }: Queued, verdict: Verdict, note: string) =>
  ask(
    api.POST(`${all}/{concern}/decide`, {
      params: { path: { record: String(concern.record_id), concern: String(concern.id) } },
      body: { verdict, note, version: concern.version },
    }),
  );
