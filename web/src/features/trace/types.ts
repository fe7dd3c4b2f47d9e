import type { components } from '#api/generated/paths.gen.ts';

export type River = components['schemas']['trace.River'];
export type Stone = components['schemas']['trace.Stone'];
export type Link = components['schemas']['trace.Link'];
export type Flow = Link['flow'];
