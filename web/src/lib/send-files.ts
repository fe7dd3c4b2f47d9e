// Files on their way to the server, all in one request.
import type { components } from '#api/generated/paths.gen.ts';
import { send } from './api.ts';
import { problemOf } from './problem.ts';

export type SentFile = components['schemas']['files.File'];

export async function upload<T>(path: string, files: readonly Blob[]): Promise<T> {
  const form = new FormData();
  for (const file of files) form.append('file', file);
  const response = await send(new Request(path, { method: 'POST', body: form }));
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as T;
}

export const sendFiles = async (files: readonly Blob[]): Promise<SentFile[]> =>
  (await upload<{ items: SentFile[] }>('/api/files', files)).items;
