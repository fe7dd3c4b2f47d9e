// A file too large for one breath of a weak signal goes up by the tus protocol (ADR 63): begun once, and after every break asked how far it
// came and sent on from there. Loaded only where there is such a file.
import { freshKey } from './key.ts';
import { isAway, Unreachable } from './problem.ts';
import { language } from './say/language.svelte.ts';

export type Large = {
  blob: Blob;
  name: string;
  /** Names this upload: who comes again with it, from this page or a later one, goes on with the same upload. */
  key: string;
  /** How many bytes have gone; a few more than have come, until the server tells. */
  onsent?: ((bytes: number) => void) | undefined;
  /** Told when sending rests for want of a signal. */
  onrest?: (() => void) | undefined;
  /** Somebody stands before it and waits; otherwise it is tried again later, by whoever keeps it. */
  waits?: boolean | undefined;
};

/** A line that brought nothing for so long is broken: milliseconds. */
const stalled = 30_000;
const longestPause = 30_000;
/** What passes by itself, once it is asked again how far the upload came. */
const passing = new Set([408, 409, 423, 429, 460]);

/** The reply of the server: the file, or why it does not take it. Throws Unreachable when nothing gets through any more. */
export async function sendInParts(large: Large): Promise<Response> {
  const asked = (...what: Parameters<typeof ask>) => patiently(large, () => ask(...what));
  // The second is for an upload that has expired since it was begun.
  for (const key of [large.key, freshKey()]) {
    const begun = await asked('POST', '/api/uploads', { 'Idempotency-Key': key, ...announced(large) });
    if (!begun.ok) return begun;
    const address = begun.headers.get('Location')!;
    const reply = (await sendRest(address, large)) ?? (await asked('POST', `${address}/file`));
    if (isGone(reply)) continue;
    // What it turned out to be is not taken: nobody comes back for it.
    if (reply.status === 422) void ask('DELETE', address).catch(() => undefined);
    return reply;
  }
  throw new Unreachable();
}

const isGone = ({ status }: Response) => status === 404 || status === 410;

function announced({ blob, name }: Large): Record<string, string> {
  const bytes = new TextEncoder().encode(name);
  return { 'Upload-Length': String(blob.size), 'Upload-Metadata': 'filename ' + btoa(String.fromCharCode(...bytes)) };
}

/** Nothing when all of it is there; otherwise the refusal. */
async function sendRest(address: string, large: Large): Promise<Response | undefined> {
  let answer: Response | undefined;
  let before = -1;
  let stalls = 0;
  for (;;) {
    const told = await patiently(large, () => ask('HEAD', address));
    if (!told.ok) return told;
    const offset = Number(told.headers.get('Upload-Offset'));
    large.onsent?.(offset);
    if (offset === large.blob.size) return undefined;
    stalls = offset > before ? 0 : stalls + 1;
    before = offset;
    if (stalls === tries(large)) {
      if (answer && answer.status === 500) return answer;
      throw new Unreachable();
    }
    if (stalls) await rest(stalls, large);
    answer = await sendFrom(address, offset, large);
    if (answer && answer.status >= 400 && answer.status < 500 && !passing.has(answer.status)) return answer;
  }
}

const tries = ({ waits }: Large) => (waits ? 8 : 3);

async function patiently(large: Large, work: () => Promise<Response>): Promise<Response> {
  for (let stalls = 1; stalls < tries(large); stalls++) {
    const response = await work().catch(() => undefined);
    if (response && response.status < 500) return response;
    await rest(stalls, large);
  }
  return work();
}

/** One request with all that is missing: no fetch, because that does not tell how much has gone. */
function sendFrom(address: string, offset: number, { blob, onsent }: Large): Promise<Response | undefined> {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    const giveUp = () => request.abort();
    let timer = setTimeout(giveUp, stalled);
    request.open('PATCH', address);
    const headers = { ...spoken(), 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset) };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, stalled);
      onsent?.(offset + loaded);
    };
    request.onloadend = () => {
      clearTimeout(timer);
      done(request.status ? new Response(request.responseText || null, { status: request.status }) : undefined);
    };
    request.send(blob.slice(offset));
  });
}

async function rest(stalls: number, { onrest, waits }: Large): Promise<void> {
  onrest?.();
  if (navigator.onLine) return new Promise((done) => setTimeout(done, Math.min(longestPause, 500 * 2 ** stalls)));
  if (!waits) throw new Unreachable();
  await new Promise((done) => addEventListener('online', done, { once: true }));
}

const spoken = () => ({ 'Tus-Resumable': '1.0.0', 'Accept-Language': language() });

async function ask(method: string, path: string, headers: Record<string, string> = {}): Promise<Response> {
  const response = await fetch(path, { method, headers: { ...spoken(), ...headers } }).catch(() => undefined);
  if (!response || isAway(response.status)) throw new Unreachable();
  return response;
}
