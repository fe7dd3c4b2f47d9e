// How one kept write goes to the server: the request as it was made, and for an upload the second request that puts the file to its record.
// A large file goes in parts.
import { freshKey } from './key.ts';
import { inParts, isLarge } from './large.ts';
import { isAway, Unreachable } from './problem.ts';
import { language } from './say/language.svelte.ts';
import type { Part, Waiting } from './store.ts';

export type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type Write = {
  /** How the person would call it; shown while it waits. */
  title: string;
  method: Method;
  path: string;
  headers?: Record<string, string>;
  body: unknown;
  then?: { method: Method; path: string; body: unknown };
  gives?: string;
  needs?: string;
  draft?: string;
  page?: string;
  edition?: string;
};

const isPart = (part: unknown): part is Part => typeof part === 'object' && part !== null && 'name' in part && 'value' in part;

export function prepare({ title, method, path, headers, body, then, gives, needs, draft, page, edition }: Write): Waiting {
  const isForm = Array.isArray(body) && body.length > 0 && body.every(isPart);
  return {
    title,
    method,
    path,
    headers: { 'Idempotency-Key': freshKey(), ...(isForm ? {} : { 'Content-Type': 'application/json' }), ...headers },
    body: isForm ? (body as Part[]) : JSON.stringify(body),
    then: then && { ...then, body: JSON.stringify(then.body) },
    gives,
    needs,
    draft,
    page,
    edition,
    at: Date.now(),
  };
}

/** The large file that a write is, if it is one. */
export function largeFileOf({ path, body }: Waiting): { blob: Blob; name: string } | undefined {
  const only = typeof body === 'string' || body.length !== 1 || path !== '/api/files' ? undefined : body[0];
  return only && typeof only.value !== 'string' && isLarge(only.value) ? { blob: only.value, name: only.filename ?? only.name } : undefined;
}

export type OnTheWay = {
  onpart?: (part: number) => void;
  /** The upload is done and has this number; awaited before anything is built on it. */
  onfile?: (file: number) => Promise<void>;
};

export async function deliver(waiting: Waiting, told: OnTheWay = {}): Promise<Response> {
  const { then } = waiting;
  let { file } = waiting;
  if (file === undefined) {
    const first = await deliverFirst(waiting, told);
    if (!then || !first.ok) return first;
    const reply = (await first.json()) as { id: number } | { items: { id: number }[] };
    file = 'items' in reply ? reply.items[0]!.id : reply.id;
    await told.onfile?.(file);
  }
  const headers = { 'Idempotency-Key': keyOf(waiting) + '.then', 'Content-Type': 'application/json' };
  return request(then!.method, then!.path, headers, then!.body.replaceAll('"$file"', String(file)));
}

const keyOf = ({ headers }: Waiting) => headers['Idempotency-Key']!;

function deliverFirst(waiting: Waiting, { onpart }: OnTheWay): Promise<Response> {
  const large = largeFileOf(waiting);
  return large
    ? inParts({ ...large, key: keyOf(waiting), onsent: (bytes) => onpart?.(bytes / large.blob.size) })
    : request(waiting.method, waiting.path, waiting.headers, bodyOf(waiting.body));
}

/** A server that is away is as good as none: what was asked for is kept until it is well again. */
async function request(method: string, path: string, headers: Record<string, string>, body: BodyInit): Promise<Response> {
  const response = await fetch(path, { method, headers: { ...headers, 'Accept-Language': language() }, body }).catch(() => undefined);
  if (!response || isAway(response.status)) throw new Unreachable();
  return response;
}

function bodyOf(body: Waiting['body']): BodyInit {
  if (typeof body === 'string') return body;
  const form = new FormData();
  for (const { name, value, filename } of body) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, filename);
  }
  return form;
}
