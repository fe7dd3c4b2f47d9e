import type { components } from '#api/generated/paths.gen.ts';

export type Card = components['schemas']['records.Card'];
export type Rights = components['schemas']['records.Rights'];
