import type { components } from '#api/generated/paths.gen.ts';

type Schemas = components['schemas'];
export type FiguresMap = Schemas['goals.FiguresMap'];
export type MapNumbers = Schemas['goals.MapNumbers'];
export type MapTile = Schemas['goals.MapTile'];
export type NumberClass = Schemas['goals.NumberClass'];
export type AreaMap = Schemas['areas.AreaMap'];
export type Level = FiguresMap['level'];
