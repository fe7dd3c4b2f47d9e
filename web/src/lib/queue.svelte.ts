// Writes made without a network wait here, in order, and go out by themselves. Each carries its Idempotency-Key, so none is done twice.
import { language } from './say/language.svelte.ts';
import { Problem, problemOf, Unreachable } from './problem.ts';
import { store, type Part, type Waiting } from './store.ts';

export const queue = $state<{ waiting: Waiting[]; lastSent: Date | undefined; sending: boolean }>({
  waiting: [],
  lastSent: undefined,
  sending: false,
});

export type Write = {
  title: string;
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  headers?: Record<string, string>;
  body: unknown;
};
export type Outcome<T> = { sent: true; reply: T } | { sent: false };

/** Sends now if it can; otherwise keeps the write and says so. A refusal by the server is thrown as a Problem: it was not a matter of the network. */
export async function sendOrKeep<T>(write: Write): Promise<Outcome<T>> {
  const kept = prepare(write);
  // What waits goes first: a later write may build on it.
  if (!queue.waiting.length) {
    try {
      const response = await deliver(kept);
      if (!response.ok) throw await problemOf(response);
      return { sent: true, reply: (response.status === 204 ? undefined : await response.json()) as T };
    } catch (error) {
      if (error instanceof Problem) throw error;
    }
  }
  await (await store()).add('waiting', kept);
  await refresh();
  void flush();
  return { sent: false };
}

function prepare(write: Write): Waiting {
  const form = Array.isArray(write.body) && write.body.every(isPart);
  return {
    title: write.title,
    method: write.method,
    path: write.path,
    headers: { 'Idempotency-Key': crypto.randomUUID(), ...(form ? {} : { 'Content-Type': 'application/json' }), ...write.headers },
    body: form ? (write.body as Part[]) : JSON.stringify(write.body),
    at: Date.now(),
  };
}

const isPart = (part: unknown): part is Part => typeof part === 'object' && part !== null && 'name' in part && 'value' in part;

async function deliver(waiting: Waiting): Promise<Response> {
  try {
    const headers = { ...waiting.headers, 'Accept-Language': language() };
    return await fetch(waiting.path, { method: waiting.method, headers, body: bodyOf(waiting.body) });
  } catch {
    throw new Unreachable();
  }
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

export async function refresh(): Promise<void> {
  queue.waiting = await (await store()).getAll('waiting');
}

/** Sends what waits, oldest first, until the network fails or something is refused; a refused write stays, with the reason, for its person to see. */
export async function flush(): Promise<void> {
  if (queue.sending) return;
  queue.sending = true;
  try {
    for (const waiting of queue.waiting.filter((one) => !one.refused)) {
      const response = await deliver(waiting);
      if (response.status === 401 || response.status >= 500) break;
      await settle(waiting, response);
    }
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
  } finally {
    queue.sending = false;
    await refresh();
  }
}

async function settle(waiting: Waiting, response: Response): Promise<void> {
  const db = await store();
  if (response.ok) {
    await db.delete('waiting', waiting.id!);
    queue.lastSent = new Date();
  } else {
    await db.put('waiting', { ...waiting, refused: (await problemOf(response)).message });
  }
}

export async function discard(id: number): Promise<void> {
  await (await store()).delete('waiting', id);
  await refresh();
}

/** Starts the postman: on opening the page, when the network returns, and every half minute while something waits. */
export function startQueue(): () => void {
  const tryNow = () => queue.waiting.length && void flush();
  void refresh().then(tryNow);
  addEventListener('online', tryNow);
  const timer = setInterval(tryNow, 30_000);
  return () => {
    removeEventListener('online', tryNow);
    clearInterval(timer);
  };
}
