import type { components } from '#api/generated/paths.gen.ts';

type Schemas = components['schemas'];
export type IndicatorCard = Schemas['goals.IndicatorCard'];
export type ShownIndicator = Schemas['goals.IndicatorReply'];
export type IndicatorForm = Schemas['goals.IndicatorForm'];
export type RedefinitionForm = Schemas['goals.RedefinitionForm'];
export type Definition = Schemas['goals.Definition'];
export type Traits = Schemas['goals.Traits'];
export type Unit = Traits['unit'];
export type Level = Traits['level'];
export type Direction = Traits['direction'];
export type Calculation = Traits['calculation'];
export type OverAreas = Traits['over_areas'];
export type OverTime = Traits['over_time'];
export type Counter = NonNullable<IndicatorForm['counter']>;
export type Frequency = NonNullable<Definition['frequency']>;
export type ShownDefinition = Schemas['goals.ShownDefinition'];

export type SetCard = Schemas['goals.SetCard'];
export type ShownSet = Schemas['goals.ShownSet'];
export type ShownSetGroup = Schemas['goals.ShownSetGroup'];
export type ShownSetVersion = Schemas['goals.ShownSetVersion'];
export type SetContent = Schemas['goals.SetContent'];
export type SetForm = Schemas['goals.SetForm'];
export type SetChange = Schemas['goals.SetChange'];
