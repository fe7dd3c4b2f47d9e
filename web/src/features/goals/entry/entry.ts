// Entering values, looking them through, and who looks after what.
import { api, ask } from '#lib/api.ts';
import type { BatchName, CellReply, Grid, Keeper, MoveForm, MoveReply, Rule, ShownDeed, TypedCell, Waiting } from './types.ts';

export type GridWanted = {
  area: string;
  period: string;
  set?: string;
  indicators?: string;
  level?: Grid['level'];
  group?: string;
};

export const getGrid = (query: GridWanted): Promise<Grid> => ask(api.GET('/api/figures/entry', { params: { query } }));

export const enterCells = async (period: string, group: string, cells: TypedCell[]): Promise<CellReply[]> =>
  (await ask(api.POST('/api/figures/entry', { body: { period, group, cells } }))).cells;

export const getWaiting = (area?: string): Promise<Waiting> =>
  ask(api.GET('/api/figures/check', { params: { query: area ? { area } : {} } }));

export const moveValues = (body: MoveForm): Promise<MoveReply> => ask(api.POST('/api/figures/check', { body }));

export const explainValue = (value: BatchName, words: string): Promise<unknown> =>
  ask(api.POST('/api/figures/explanations', { body: { value, words } }));

export const getDeeds = ({ indicator, area, period, group }: BatchName): Promise<ShownDeed[]> =>
  ask(api.GET('/api/figures/deeds', { params: { query: { indicator, area, period, ...(group ? { group } : {}) } } }));

export const listKeepers = (): Promise<Keeper[]> => ask(api.GET('/api/figures/keepers'));

export const nameKeeper = (area: string, organisation: number): Promise<unknown> =>
  ask(api.POST('/api/figures/keepers', { body: { area, organisation } }));

export const releaseKeeper = (code: string, organisation: number): Promise<unknown> =>
  ask(api.DELETE('/api/figures/keepers/{code}/{organisation}', { params: { path: { code, organisation: String(organisation) } } }));

export const getRule = (indicator: string): Promise<Rule> =>
  ask(api.GET('/api/indicators/{indicator}/check-rule', { params: { path: { indicator } } }));

export const changeRule = (indicator: string, body: Rule): Promise<Rule> =>
  ask(api.PUT('/api/indicators/{indicator}/check-rule', { params: { path: { indicator } }, body }));
