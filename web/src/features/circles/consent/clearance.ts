// Photos and voices that only the circle sees, why, and how an editor lets them out or keeps them in.
import * as say from '#say';
import type { components } from '#api/generated/paths.gen.ts';
import { api, ask } from '#lib/api.ts';
import type { Words } from '#lib/words.ts';

type Schemas = components['schemas'];
export type InsideFile = Schemas['circles.InsideFile'];
export type Clearance = Schemas['circles.ClearanceForm']['clearance'];

export const reasons: Words<InsideFile['why']> = {
  waits: say.circles_photo_waits,
  kept: say.circles_photo_kept,
  refused: say.circles_photo_refused,
};

/** One whose web sizes are still being made is seen the next time. */
export const isShown = ({ group, sizes }: Schemas['files.File']): boolean => group !== 'picture' || sizes === 'made';

/** Those that all go out at once: what somebody keeps inside, or nobody could look at yet, is not among them. */
export const waiting = (photos: InsideFile[]): number[] =>
  photos.filter((photo) => photo.why === 'waits' && isShown(photo)).map(({ id }) => id);

export const setClearance = (session: number, clearance: Clearance, photos: number[]): Promise<InsideFile[]> =>
  ask(api.POST('/api/sessions/{session}/clearances', { params: { path: { session: String(session) } }, body: { clearance, photos } }));
