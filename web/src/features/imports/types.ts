import type { components } from '#api/generated/paths.gen.ts';

type Schemas = components['schemas'];
export type Import = Schemas['imports.Import'];
export type ImportState = Import['state'];
export type ImportReply = Schemas['imports.ImportReply'];
export type ImportReport = Schemas['base.ImportReport'];
