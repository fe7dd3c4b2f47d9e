import type { components } from '#api/generated/paths.gen.ts';

export type Card = components['schemas']['records.Card'];
export type Envelope = components['schemas']['records.Envelope'];
export type Visibility = Envelope['visibility'];
export type Rights = components['schemas']['records.Rights'];
