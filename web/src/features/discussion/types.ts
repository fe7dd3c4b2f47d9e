import type { components } from '#api/generated/paths.gen.ts';

export type Discussion = components['schemas']['discussion.Discussion'];
export type Comment = components['schemas']['discussion.ShownComment'];
export type WaitingComment = components['schemas']['discussion.WaitingComment'];
