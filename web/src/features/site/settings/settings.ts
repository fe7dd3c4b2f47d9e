// What administrators settle for the whole installation, as pages ask for it.
import type { components } from '#api/generated/paths.gen.ts';
import { api, ask, ifMatch } from '#lib/api.ts';

type Schemas = components['schemas'];
export type FiscalYear = Schemas['site.FiscalYear'];
export type Identity = Schemas['site.Identity'];
export type Licence = Schemas['knowledge.InstallationLicence'];
export type Moderation = Schemas['discussion.Moderation'];
export type Reporting = Schemas['concerns.Reporting'];
export type OwnWords = Schemas['site.OwnWords'];
/** As it stands, and the version that a change is made on top of. */
export type Section<Content> = { content: Content; version: number };

const on = (version: number) => ({ params: { header: ifMatch(version) } });

export const getFiscalYear = (): Promise<Section<FiscalYear>> => ask(api.GET('/api/site/fiscal-year'));
export const changeFiscalYear = (body: FiscalYear, version: number) => ask(api.PUT('/api/site/fiscal-year', { ...on(version), body }));

export const getIdentity = (): Promise<Section<Identity>> => ask(api.GET('/api/site/identity'));
export const changeIdentity = (body: Identity, version: number) => ask(api.PUT('/api/site/identity', { ...on(version), body }));

export const getLicence = (): Promise<Section<Licence>> => ask(api.GET('/api/site/licence'));
export const changeLicence = (body: Licence, version: number) => ask(api.PUT('/api/site/licence', { ...on(version), body }));

export const getModeration = (): Promise<Section<Moderation>> => ask(api.GET('/api/site/moderation'));
export const changeModeration = (body: Moderation, version: number) => ask(api.PUT('/api/site/moderation', { ...on(version), body }));

export const getReporting = (): Promise<Section<Reporting>> => ask(api.GET('/api/site/concerns'));
export const changeReporting = (body: Reporting, version: number) => ask(api.PUT('/api/site/concerns', { ...on(version), body }));

export const getWords = (): Promise<Section<OwnWords>> => ask(api.GET('/api/site/words'));
export const changeWords = (body: OwnWords, version: number) => ask(api.PUT('/api/site/words', { ...on(version), body }));
