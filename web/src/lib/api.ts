// The one way to the server. `ask(api.GET('/api/circles/{circle}', …))` gives the typed reply, or throws a Problem or Unreachable.
import createClient from 'openapi-fetch';
import type { paths } from '#api/generated/paths.gen.ts';
import { firstReply } from './first-reply.ts';
import { freshKey } from './key.ts';
import { Problem, problemOf, Unreachable } from './problem.ts';
import { language } from './say/language.svelte.ts';
import { signedInAgain } from './viewer.svelte.ts';

const writes = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

export async function send(request: Request): Promise<Response> {
  const ready = firstReply(request);
  if (ready) return ready;
  request.headers.set('Accept-Language', language());
  // One key a request: when the answer is lost and the request sent again, the server does the work once.
  if (writes.has(request.method) && !request.headers.has('Idempotency-Key')) request.headers.set('Idempotency-Key', freshKey());
  const again = request.clone();
  const response = await reach(request);
  if (response.status !== 401 || request.url.endsWith('/api/session')) return response;
  return (await signedInAgain()) ? reach(again) : response;
}

async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    throw new Unreachable();
  }
}

export const api = createClient<paths>({ baseUrl: '/', fetch: send });

/** The version a person saw when the edit began; the server refuses (412) if somebody saved another since. */
export const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });

/** What is missing travels as null; here a field is there or it is not, as the generated types say. */
export function present<T>(value: T): T {
  if (Array.isArray(value)) return value.map(present) as T;
  if (typeof value !== 'object' || value === null) return value;
  const there = Object.entries(value).filter(([, field]) => field !== null);
  return Object.fromEntries(there.map(([key, field]) => [key, present(field)])) as T;
}

type Answer<T> = { data?: T; error?: unknown; response: Response };

export async function ask<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (response.ok) return present(data as T);
  if (error && typeof error === 'object' && 'code' in error) throw new Problem(error as ConstructorParameters<typeof Problem>[0]);
  throw await problemOf(response);
}
