// Files of boundaries, as administrators load them.
import type { components } from '#api/generated/paths.gen.ts';
import { api, ask } from '#lib/api.ts';
import { upload } from '#lib/send-files.ts';

type Schemas = components['schemas'];
export type BoundaryReport = Schemas['areas.BoundaryReport'];
export type BoundaryLoad = Schemas['areas.BoundaryLoad'];
export type LoadWords = { source: string; licence: string; attribution: string };

/** Nothing is written. */
export const lookAtBoundaries = (file: File): Promise<BoundaryReport> => upload('/api/areas/boundaries/look', [file]);

export const loadBoundaries = (file: File, words: LoadWords): Promise<BoundaryReport> =>
  upload(`/api/areas/boundaries?${new URLSearchParams(words)}`, [file]);

export const listLoads = async (): Promise<BoundaryLoad[]> => (await ask(api.GET('/api/areas/boundaries'))).items;

export const takeAway = async (load: number): Promise<BoundaryLoad[]> =>
  (await ask(api.POST('/api/areas/boundaries/{load}/take-away', { params: { path: { load: String(load) } } }))).items;
