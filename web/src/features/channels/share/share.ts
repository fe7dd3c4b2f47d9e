import type { components } from '#api/generated/paths.gen.ts';
import { api, ask } from '#lib/api.ts';

export type ShareTexts = components['schemas']['channels.ShareTexts'];

export const getShareTexts = (session: string): Promise<ShareTexts> =>
  ask(api.GET('/api/sessions/{session}/share', { params: { path: { session } } }));
