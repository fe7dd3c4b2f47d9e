import type { Component } from 'svelte';
import type { Look, ShownBlock } from './types.ts';

export type PictureProps = { shown: ShownBlock; source: string; title: string };
type Fetched = Promise<{ default: Component<PictureProps> }>;

const lines = (): Fetched => import('./LinesBlock.svelte');

const pictures: Record<Look, () => Fetched> = {
  number: () => import('./NumberBlock.svelte'),
  bars: () => import('./BarsBlock.svelte'),
  table: () => import('./TableBlock.svelte'),
  ladder: () => import('./LadderBlock.svelte'),
  text: () => import('./TextBlock.svelte'),
  exceptions: () => import('./ExceptionsBlock.svelte'),
  trend: lines,
  multiples: lines,
};

/** Those that are here: drawn at once, as a browser that prints asks for. */
export const fetched: Partial<Record<Look, Component<PictureProps>>> = {};

/** What draws a block, fetched when the block is to be seen: nobody waits for pictures further down. */
export const fetchPicture = async (look: Look): Promise<Component<PictureProps>> => (fetched[look] ??= (await pictures[look]()).default);
