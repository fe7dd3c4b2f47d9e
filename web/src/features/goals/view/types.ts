import type { components } from '#api/generated/paths.gen.ts';

type Schemas = components['schemas'];
export type Situation = Schemas['goals.Situation'];
export type Finding = Schemas['goals.Finding'];
export type FindingGroup = Schemas['goals.FindingGroup'];
export type Point = Schemas['goals.Point'];
export type Found = Finding['found'];
export type Turn = NonNullable<Finding['turn']>;
export type Inside = Schemas['goals.Inside'];
export type InsideRow = Schemas['goals.InsideRow'];
export type InsideCell = Schemas['goals.InsideCell'];
export type PlaceName = Schemas['goals.PlaceName'];
export type Opened = Schemas['goals.Opened'];
export type OpenedTile = Schemas['goals.OpenedTile'];
