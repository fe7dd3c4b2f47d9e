import type { components } from '#api/generated/paths.gen.ts';

export type Results = components['schemas']['search.Results'];
export type Found = components['schemas']['search.Found'];
export type Mark = components['schemas']['search.Mark'];
export type Share = components['schemas']['search.Share'];
export type Facets = components['schemas']['search.Facets'];
export type Proposal = components['schemas']['search.Proposal'];
