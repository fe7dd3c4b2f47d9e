// Indicators and their sets as pages ask for them.
import { api, ask, ifMatch } from '#lib/api.ts';
import type { IndicatorCard, IndicatorForm, RedefinitionForm, SetCard, SetChange, SetForm, ShownIndicator, ShownSet } from './types.ts';

export type IndicatorsWanted = { text?: string; level?: IndicatorCard['level']; unit?: IndicatorCard['unit']; after?: number };
type Page<Card> = { items: Card[]; next?: string };

export const listIndicators = (query: IndicatorsWanted, limit = 50): Promise<Page<IndicatorCard>> =>
  ask(api.GET('/api/indicators', { params: { query: { ...query, limit } } }));

/** While a name or code is being typed. */
export const findIndicators = async (text: string): Promise<IndicatorCard[]> => (await listIndicators({ text }, 8)).items;

export const getIndicator = (indicator: string, year?: number): Promise<ShownIndicator> =>
  ask(api.GET('/api/indicators/{indicator}', { params: { path: { indicator }, query: year ? { year } : {} } }));

/** Its address. */
export const makeIndicator = async (body: IndicatorForm): Promise<string> => (await ask(api.POST('/api/indicators', { body }))).address;

export const redefine = async (indicator: string, version: number, body: RedefinitionForm): Promise<string> =>
  (await ask(api.PUT('/api/indicators/{indicator}', { params: { path: { indicator }, header: ifMatch(version) }, body }))).address;

export const listSets = (): Promise<SetCard[]> => ask(api.GET('/api/indicator-sets'));

export const listSetsWith = (indicator: string): Promise<SetCard[]> =>
  ask(api.GET('/api/indicators/{indicator}/sets', { params: { path: { indicator } } }));

export const getSet = (set: string, year?: number): Promise<ShownSet> =>
  ask(api.GET('/api/indicator-sets/{set}', { params: { path: { set }, query: year ? { year } : {} } }));

export const makeSet = async (body: SetForm): Promise<string> => (await ask(api.POST('/api/indicator-sets', { body }))).address;

export const changeSet = async (set: string, version: number, body: SetChange): Promise<string> =>
  (await ask(api.PUT('/api/indicator-sets/{set}', { params: { path: { set }, header: ifMatch(version) }, body }))).address;
