import type { components } from '#api/generated/paths.gen.ts';

type Schemas = components['schemas'];
export type AreaPage = Schemas['areas.AreaPage'];
export type Descent = Schemas['areas.Descent'];
export type Step = Schemas['areas.Step'];
export type Entry = Schemas['areas.Entry'];
export type EntryContent = Schemas['areas.EntryContent'];
export type EntryKind = Entry['kind'];
export type ProfileView = Schemas['areas.ProfileView'];
export type ProfileContent = Schemas['areas.ProfileContent'];
export type Suggestion = Schemas['areas.Suggestion'];
