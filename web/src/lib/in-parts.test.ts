import { beforeEach, expect, it, vi } from 'vitest';
import { Unreachable } from './problem.ts';

vi.stubGlobal('document', { documentElement: { lang: 'th' }, cookie: '' });
vi.stubGlobal('navigator', { onLine: true });

type Upload = { length: number; come: number; state: 'open' | 'expired' | 'given up' };

/** A server that keeps what comes, at the end of a line that breaks. */
class Line {
  uploads = new Map<string, Upload>();
  keys = new Map<string, string>();
  /** Bytes that get through before the line breaks, one number a break. */
  breaks: number[] = [];
  dead = false;
  sent = 0;
  /** What the next part is answered with, instead of being taken. */
  refusals: number[] = [];
  made = 201;

  answer(method: string, path: string, headers: Record<string, string>): Response {
    if (path === '/api/uploads') return this.begin(headers);
    const upload = this.uploads.get(path.replace('/file', ''))!;
    if (method === 'DELETE') upload.state = 'given up';
    if (upload.state !== 'open') return new Response(null, { status: upload.state === 'expired' ? 410 : 404 });
    if (method === 'HEAD') return new Response(null, { headers: { 'Upload-Offset': String(upload.come) } });
    return new Response('{"id":7}', { status: this.made });
  }

  begin({ 'Idempotency-Key': key, 'Upload-Length': length }: Record<string, string>): Response {
    const address = this.keys.get(key!) ?? `/api/uploads/${this.keys.size}`;
    this.keys.set(key!, address);
    if (!this.uploads.has(address)) this.uploads.set(address, { length: Number(length), come: 0, state: 'open' });
    return new Response(null, { status: 201, headers: { Location: address } });
  }

  part(path: string, offset: number, blob: Blob): number {
    if (this.dead) return 0;
    const refusal = this.refusals.shift();
    if (refusal) return refusal;
    const upload = this.uploads.get(path)!;
    expect(offset).toBe(upload.come);
    const through = Math.min(blob.size, this.breaks.shift() ?? Infinity);
    upload.come += through;
    this.sent += through;
    return through === blob.size ? 204 : 0;
  }
}

let line: Line;

class FakeRequest {
  upload: { onprogress?: (event: { loaded: number }) => void } = {};
  onloadend?: () => void;
  status = 0;
  responseText = '';
  #path = '';
  #offset = 0;

  open(_method: string, path: string) {
    this.#path = path;
  }
  setRequestHeader(name: string, value: string) {
    if (name === 'Upload-Offset') this.#offset = Number(value);
  }
  send(blob: Blob) {
    this.upload.onprogress?.({ loaded: 1 });
    this.status = line.part(this.#path, this.#offset, blob);
    queueMicrotask(() => this.onloadend?.());
  }
  abort() {}
}

vi.stubGlobal('XMLHttpRequest', FakeRequest);
vi.stubGlobal('fetch', (path: string, { method, headers }: { method: string; headers: Record<string, string> }) =>
  line.dead ? Promise.reject(new TypeError()) : Promise.resolve(line.answer(method, path, headers)),
);
vi.useFakeTimers();

const inParts = await import('./in-parts.ts');

/** However long it waits in between. */
async function sendInParts(...[large]: Parameters<typeof inParts.sendInParts>): Promise<Response> {
  let isOver = false;
  const sending = inParts.sendInParts(large).finally(() => (isOver = true));
  sending.catch(() => undefined);
  while (!isOver) await vi.advanceTimersByTimeAsync(1000);
  return sending;
}

const photo = (onsent?: (bytes: number) => void) => ({ blob: new Blob(['x'.repeat(1000)]), name: 'วง.jpg', key: 'one-photo', onsent });

beforeEach(() => (line = new Line()));

it('goes on from where the line broke, and sends no byte twice', async () => {
  line.breaks = [300, 0, 450];
  const told: number[] = [];
  const reply = await sendInParts(photo((bytes) => told.push(bytes)));
  expect(await reply.json()).toEqual({ id: 7 });
  expect(line.sent).toBe(1000);
  expect(told).toContain(750);
  expect(told.at(-1)).toBe(1000);
});

it('a later page goes on with what an earlier one began', async () => {
  line.breaks = [600, 0, 0, 0];
  await expect(sendInParts(photo())).rejects.toThrow(Unreachable);
  expect((await sendInParts(photo())).ok).toBe(true);
  expect(line.uploads.size).toBe(1);
  expect(line.sent).toBe(1000);
});

it('an upload that has expired is begun anew', async () => {
  line.uploads.set('/api/uploads/0', { length: 1000, come: 900, state: 'expired' });
  line.keys.set('one-photo', '/api/uploads/0');
  expect((await sendInParts(photo())).ok).toBe(true);
  expect(line.sent).toBe(1000);
});

it('what passes by itself is asked again, and what does not is told', async () => {
  line.refusals = [423, 409];
  expect((await sendInParts(photo())).ok).toBe(true);
  line = new Line();
  line.refusals = [413];
  expect((await sendInParts(photo())).status).toBe(413);
});

it('a file that is not taken is given up, and why is told', async () => {
  line.made = 422;
  expect((await sendInParts(photo())).status).toBe(422);
  expect([...line.uploads.values()]).toEqual([{ length: 1000, come: 1000, state: 'given up' }]);
});

it('where nothing gets through, somebody else tries again later', async () => {
  line.dead = true;
  await expect(sendInParts(photo())).rejects.toThrow(Unreachable);
});

it('who waits before it sees that it rests until there is a signal', async () => {
  line.breaks = [300, 0];
  vi.stubGlobal('navigator', { onLine: false });
  const later: (() => void)[] = [];
  vi.stubGlobal('addEventListener', (_: string, wake: () => void) => later.push(wake));
  const onrest = vi.fn();
  const sending = sendInParts({ ...photo(), waits: true, onrest });
  await vi.waitUntil(() => later.length);
  expect(onrest).toHaveBeenCalledOnce();
  vi.stubGlobal('navigator', { onLine: true });
  later[0]!();
  expect((await sending).ok).toBe(true);
  expect(line.sent).toBe(1000);
});
