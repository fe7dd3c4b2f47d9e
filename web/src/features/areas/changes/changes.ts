// Changes of areas, as administrators record them.
import type { components } from '#api/generated/paths.gen.ts';
import { api, ask } from '#lib/api.ts';

type Schemas = components['schemas'];
export type Change = Schemas['areas.Change'];
export type ChangeForm = Schemas['areas.ChangeForm'];
export type ChangePreview = Schemas['areas.ChangePreview'];
export type ChangeView = Schemas['areas.ChangeView'];
export type ChangedArea = Schemas['areas.ChangedArea'];
export type Kind = Change['kind'];
export type Municipality = Schemas['areas.Raised']['kind'];

export const listChanges = async (): Promise<Change[]> => (await ask(api.GET('/api/areas/changes'))).items;

/** Nothing is written. */
export const lookAtChange = (form: ChangeForm): Promise<ChangePreview> => ask(api.POST('/api/areas/changes/look', { body: form }));

export const recordChange = async (form: ChangeForm): Promise<Change[]> =>
  (await ask(api.POST('/api/areas/changes', { body: form }))).items;

export const undoChange = async (change: number): Promise<Change[]> =>
  (await ask(api.POST('/api/areas/changes/{change}/undo', { params: { path: { change: String(change) } } }))).items;
