// Files on their way to the server: small ones all in one request, large ones each in parts that go on where the line broke.
import type { components } from '#api/generated/paths.gen.ts';
import { send } from './api.ts';
import { freshKey } from './key.ts';
import { inParts, isLarge, type Large } from './large.ts';
import { problemOf } from './problem.ts';
import { signedInAgain } from './viewer.svelte.ts';

export type SentFile = components['schemas']['files.File'];

export async function upload<T>(path: string, files: readonly Blob[]): Promise<T> {
  const form = new FormData();
  for (const file of files) form.append('file', file);
  const response = await send(new Request(path, { method: 'POST', body: form }));
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as T;
}

/** How much of what was chosen has gone, from 0 to 1, and whether sending rests for want of a signal. */
export type Progress = { part: number; rests: boolean };

export async function sendFiles(files: readonly File[], onprogress?: (progress: Progress) => void): Promise<SentFile[]> {
  if (!files.some(isLarge)) return (await upload<{ items: SentFile[] }>('/api/files', files)).items;
  const all = files.reduce((sum, { size }) => sum + size, 0);
  const sent: SentFile[] = [];
  let before = 0;
  for (const file of files) {
    const tell = (bytes: number, rests: boolean) => onprogress?.({ part: (before + bytes) / all, rests });
    sent.push(isLarge(file) ? await sendLarge(file, tell) : (await upload<{ items: SentFile[] }>('/api/files', [file])).items[0]!);
    before += file.size;
    tell(0, false);
  }
  return sent;
}

async function sendLarge(file: File, tell: (bytes: number, rests: boolean) => void): Promise<SentFile> {
  let gone = 0;
  const one: Large = {
    blob: file,
    name: file.name,
    key: keyOf(file),
    waits: true,
    onsent: (bytes) => tell((gone = bytes), false),
    onrest: () => tell(gone, true),
  };
  let response = await inParts(one);
  if (response.status === 401 && (await signedInAgain())) response = await inParts(one);
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as SentFile;
}

/** The same for the same file: who closed the page in between and chooses it again goes on where it stopped. */
function keyOf({ name, size, lastModified }: File): string {
  // A photo that was made smaller here is new each time.
  const age = Date.now() - lastModified;
  return age < 60_000 ? freshKey() : `${size}-${lastModified}-${encodeURIComponent(name).slice(-60)}`;
}
