// Tables that come in, as pages ask for them.
import { api, ask } from '#lib/api.ts';
import { upload } from '#lib/send-files.ts';
import * as say from '#say';
import type { IconName } from '#ui/icons.ts';
import type { Import, ImportReply, ImportState } from './types.ts';

/** Shows what a table would do; `address` says what it is about. Nothing is written before it is started. */
export const lookAt = (address: string, file: File): Promise<ImportReply> => upload(address, [file]);

export const getImport = (id: string | number): Promise<ImportReply> =>
  ask(api.GET('/api/imports/{import}', { params: { path: { import: String(id) } } }));

/** One's own, newest first; or those of an organisation. */
export const listImports = (entered_by?: number): Promise<Import[]> =>
  ask(api.GET('/api/imports', { params: { query: entered_by ? { entered_by } : {} } }));

const at = (id: number) => ({ params: { path: { import: String(id) } } });
/** Also goes on with one that was stopped. A job does it; twice is once. */
export const startImport = (id: number): Promise<ImportReply> => ask(api.POST('/api/imports/{import}/start', at(id)));
export const stopImport = (id: number): Promise<ImportReply> => ask(api.POST('/api/imports/{import}/stop', at(id)));
/** Takes a whole table back; what was changed since stays, and is named. */
export const undoImport = (id: number): Promise<ImportReply> => ask(api.POST('/api/imports/{import}/undo', at(id)));

export const isUnderWay = (state: ImportState): boolean => state === 'reading' || state === 'writing' || state === 'undoing';

type Labels<Key extends string> = Record<Key, () => string>;

export const states: Labels<ImportState> = {
  looked_at: say.imports_state_looked_at,
  reading: say.imports_state_reading,
  writing: say.imports_state_writing,
  written: say.imports_state_written,
  stopped: say.imports_state_stopped,
  undoing: say.imports_state_undoing,
  undone: say.imports_state_undone,
  failed: say.imports_state_failed,
};

/** What a table is about, and where what came in is seen. */
export const subjects: Record<string, { name: () => string; see: string; icon: IconName }> = {
  organisations: { name: say.imports_subject_organisations, see: '/organisations', icon: 'people' },
  people: { name: say.imports_subject_people, see: '/people', icon: 'person' },
  places: { name: say.imports_subject_places, see: '/areas', icon: 'place' },
  values: { name: say.imports_subject_values, see: '/indicators', icon: 'chart' },
};
