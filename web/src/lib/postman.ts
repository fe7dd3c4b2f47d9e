// Sends what waits, oldest first. Each write carries its Idempotency-Key, so none is done twice.
import * as say from '#say';
import { deliver, largeFileOf, prepare, type Write } from './deliver.ts';
import { freshKey } from './key.ts';
import { problemOf, Unreachable } from './problem.ts';
import { queue, ready, refresh } from './queue.svelte.ts';
import { store, type Store, type Waiting } from './store.ts';
import { signedInAgain } from './viewer.svelte.ts';

export type Outcome<T> = { sent: true; reply: T } | { sent: false };

/** Sends now if it can; otherwise keeps the write and says so. A refusal by the server is thrown as a Problem: it was not a matter of the network. */
export async function sendOrKeep<T>(write: Write): Promise<Outcome<T>> {
  const prepared = prepare(write);
  // What waits goes first: a later write may build on it. A large file is kept before anything, as its page may be gone before it is sent.
  if (!ready().length && !largeFileOf(prepared)) {
    try {
      const reply = (await sendNow(prepared)) as T;
      await forgetOlder(prepared);
      return { sent: true, reply };
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
    }
  }
  await keep(prepared);
  return { sent: false };
}

/** Writes that belong together, the later ones built on what the first makes: kept all or none, before any is sent. */
export async function keepAll(writes: Write[]): Promise<void> {
  const prepared = writes.map(prepare);
  const tx = (await store()).transaction('waiting', 'readwrite');
  for (const one of prepared) void tx.store.add(one);
  await tx.done;
  await refresh();
  void flush();
}

async function sendNow(prepared: Waiting): Promise<unknown> {
  let response = await deliver(prepared);
  if (response.status === 401 && (await signedInAgain())) response = await deliver(prepared);
  // Kept: the queue tries it again.
  if (response.status >= 500) throw new Unreachable();
  if (!response.ok) throw await problemOf(response);
  return response.status === 204 ? undefined : response.json();
}

const isSameText = (one: Waiting, other: Waiting): boolean => one.method === 'PUT' && other.method === 'PUT' && one.path === other.path;

/** A whole text that was sent replaces an older one of its person that had been refused. */
const isReplaced = (one: Waiting, sent: Waiting): boolean => !!one.refused && isSameText(one, sent) && one.id! < (sent.id ?? Infinity);

async function forgetOlder(sent: Waiting): Promise<void> {
  const older = queue.waiting.filter((one) => isReplaced(one, sent));
  if (!older.length) return;
  const db = await store();
  for (const one of older) await db.delete('waiting', one.id!);
  await refresh();
}

/** A newer whole text takes the place of one that still waits for the same address, unless that may have arrived. */
async function keep(prepared: Waiting): Promise<void> {
  const older = ready().find((one) => isSameText(one, prepared) && !one.tried);
  const db = await store();
  if (older) await db.put('waiting', { ...older, body: prepared.body, title: prepared.title, at: prepared.at });
  else await db.add('waiting', prepared);
  await refresh();
  void flush();
}

/** Until the network fails, or all is sent. One page does it at a time. */
export async function flush(): Promise<void> {
  if (queue.sending) return;
  queue.sending = true;
  try {
    if (navigator.locks) await navigator.locks.request('lomwong-queue', { ifAvailable: true }, (free) => free && sendAll());
    else await sendAll();
  } finally {
    queue.sending = false;
    queue.part = undefined;
    await refresh();
  }
}

async function sendAll(): Promise<void> {
  queue.rests = undefined;
  const failing = new Set<string>();
  try {
    const db = await store();
    do await refresh();
    while (await sendFirst(db, failing));
    if (failing.size) queue.rests ??= 'failing';
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    queue.rests = 'unreachable';
  }
}

/** What is said of one record goes in the order in which it was said. */
const recordOf = ({ path, then }: Waiting): string => (then?.path ?? path).split('/', 4).join('/');

/** False when nothing more is to be sent now. What the server fails at rests, and what was said of the same record after it. */
async function sendFirst(db: Store, failing: Set<string>): Promise<boolean> {
  const first = ready().find((one) => !failing.has(recordOf(one)));
  // Somebody else has signed in: these words are not theirs to send.
  if (!first || (await store()) !== db) return false;
  queue.part = undefined;
  let now: Waiting = { ...first, tried: true };
  await db.put('waiting', now);
  await refresh();
  const onfile = async (file: number) => void (await db.put('waiting', (now = { ...now, file })));
  const response = await deliver(first, { onpart: (part) => (queue.part = part), onfile });
  // Whoever signs in again sends it on; who sent very much waits for a while.
  if (response.status === 401 || response.status === 429) {
    queue.rests = response.status === 401 ? 'sign_in' : 'busy';
    return false;
  }
  if (response.status < 500) await settle(db, now, response, first.file !== undefined);
  else if (!(await isSetAside(db, now, response))) failing.add(recordOf(first));
  return true;
}

/** So often a write is tried at which the server fails while it does others. */
const tries = 3;

/** After so many tries what waits behind it goes on without it; until then the next round tries it again. */
async function isSetAside(db: Store, waiting: Waiting, response: Response): Promise<boolean> {
  const { body, message } = await problemOf(response);
  const failures = (waiting.failures ?? 0) + 1;
  const refused =
    failures < tries ? undefined : say.waiting_failed({ count: failures, reason: [message, body.request_id ?? ''].join(' ').trim() });
  await db.put('waiting', { ...waiting, failures, refused });
  return refused !== undefined;
}

async function settle(db: Store, waiting: Waiting, response: Response, fileIsOld: boolean): Promise<void> {
  if (response.ok) return done(db, waiting, await response.json().catch(() => undefined));
  const problem = await problemOf(response);
  // So long ago that the server has forgotten what came of it; a file that nothing held was forgotten with it, and goes up anew.
  const uploaded = problem.code === 'done_before' && waiting.then && waiting.file === undefined;
  if (uploaded || (problem.status === 422 && fileIsOld)) await db.put('waiting', uploadedAnew(waiting));
  else if (problem.code === 'done_before') await done(db, waiting, undefined);
  else await db.put('waiting', { ...waiting, refused: problem.message });
}

const uploadedAnew = (waiting: Waiting): Waiting => ({
  ...waiting,
  file: undefined,
  headers: { ...waiting.headers, 'Idempotency-Key': freshKey() },
});

type Reply = { number?: number; id?: number; version?: number; [more: string]: unknown } | undefined;

/** Gone from here, and what was built on it may go: all in one step, however the page ends. */
async function done(db: Store, waiting: Waiting, reply: Reply): Promise<void> {
  const tx = db.transaction('waiting', 'readwrite');
  await tx.store.delete(waiting.id!);
  for (const other of await tx.store.getAll()) {
    const built = builtOn(waiting, reply, other);
    if (built) await tx.store.put(built);
    else if (isReplaced(other, waiting)) await tx.store.delete(other.id!);
  }
  await tx.done;
  await forgetDraft(db, waiting);
  queue.lastSent = new Date();
}

function builtOn(waiting: Waiting, reply: Reply, later: Waiting): Waiting | undefined {
  if (waiting.gives && later.needs === waiting.gives) return withGiven(later, String(reply?.number ?? reply?.id));
  // One's own next text of the same record stands on top of this one.
  if (later.refused || !isSameText(waiting, later)) return undefined;
  if (waiting.edition) return onEdition(waiting, reply, later);
  const version = later.headers['If-Match'] === waiting.headers['If-Match'] ? reply?.version : undefined;
  return version ? { ...later, headers: { ...later.headers, 'If-Match': `"${version}"` } } : undefined;
}

function onEdition({ edition, body }: Waiting, reply: Reply, later: Waiting): Waiting | undefined {
  const names = edition!.split('.');
  const name = names.at(-1)!;
  const next = names.reduce<unknown>((part, inner) => (part as Record<string, unknown> | undefined)?.[inner], reply);
  const [mine, text] = [body, later.body].map((each) => JSON.parse(each as string) as Record<string, unknown>);
  return next !== undefined && text![name] === mine![name] ? { ...later, body: JSON.stringify({ ...text, [name]: next }) } : undefined;
}

const withGiven = (later: Waiting, given: string): Waiting => ({
  ...later,
  needs: undefined,
  path: later.path.replace('$given', given),
  then: later.then && { ...later.then, path: later.then.path.replace('$given', given) },
});

/** Unless its person has typed on since. */
async function forgetDraft(db: Store, { draft, at }: Waiting): Promise<void> {
  const kept = draft ? await db.get('drafts', draft) : undefined;
  if (kept && kept.at <= at) await db.delete('drafts', kept.key);
}
