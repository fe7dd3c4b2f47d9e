import { beforeEach, expect, it, vi } from 'vitest';
import type { Waiting } from './store.ts';

vi.stubGlobal('document', { documentElement: { lang: 'th' }, cookie: '' });
vi.stubGlobal('navigator', { onLine: true });

/** What the browser's database does for the queue. */
class Shelf {
  rows = new Map<number, Waiting>();
  #last = 0;
  store = this;
  done = Promise.resolve();
  transaction = () => this;
  getAll = (_name?: string) => Promise.resolve([...this.rows.values()].sort((a, b) => a.id! - b.id!));
  get = () => Promise.resolve(undefined);
  add = (...of: unknown[]) => this.put(...of);
  put(...of: unknown[]) {
    const row = structuredClone(of.at(-1) as Waiting);
    row.id ??= ++this.#last;
    this.rows.set(row.id, row);
    return Promise.resolve(row.id);
  }
  delete = (...of: unknown[]) => Promise.resolve(this.rows.delete(of.at(-1) as number));
}

let shelf: Shelf;
vi.mock('./store.ts', () => ({ store: () => Promise.resolve(shelf) }));

type Asked = { method: string; path: string; key: string; body: string; version: string | undefined };
let asked: Asked[];
let answers: (Response | 'lost')[];

function fakeFetch(path: string, { method, headers, body }: { method: string; headers: Record<string, string>; body: unknown }) {
  const key = headers['Idempotency-Key']!;
  asked.push({ method, path, key, body: typeof body === 'string' ? body : 'form', version: headers['If-Match'] });
  const answer = answers.shift() ?? Response.json({ id: 1 });
  return answer === 'lost' ? Promise.reject(new Error('network')) : Promise.resolve(answer);
}

const problem = (status: number, code: string) => Response.json({ status, code, title: code }, { status });

beforeEach(() => {
  shelf = new Shelf();
  asked = [];
  answers = [];
  vi.stubGlobal('fetch', fakeFetch);
});

const postman = async () => ({
  ...(await import('./postman.ts')),
  ...(await import('./queue.svelte.ts')),
  ...(await import('./waiting.ts')),
});

const photoOf = (needs: string) => ({
  title: 'ภาพ',
  method: 'POST' as const,
  path: '/api/files',
  body: [{ name: 'file', value: new Blob(['x']), filename: 'a.jpg' }],
  needs,
  then: { method: 'POST' as const, path: '/api/sessions/$given/photos', body: { file: '$file' } },
});
const session = { title: 'วงน้ำชา', method: 'POST' as const, path: '/api/circles/5/captures', body: { title: 'น้ำ $given' }, gives: 'k1' };
const settled = async () => {
  const { queue, flush } = await postman();
  await vi.waitUntil(() => !queue.sending);
  return flush;
};

it('a photo follows the session that it belongs to, by the number that the session was given', async () => {
  const { keepAll } = await postman();
  answers = [Response.json({ number: 43 }), Response.json({ items: [{ id: 9 }] }), Response.json({})];
  await keepAll([session, photoOf('k1')]);
  await settled();
  expect(asked.map(({ path }) => path)).toEqual(['/api/circles/5/captures', '/api/files', '/api/sessions/43/photos']);
  expect(asked[2]!.body).toBe('{"file":9}');
  expect(asked[0]!.body, 'what somebody typed is not touched').toContain('น้ำ $given');
  expect(shelf.rows.size).toBe(0);
});

it('after a break only what is missing is sent, and with the same key', async () => {
  const { keepAll } = await postman();
  answers = [Response.json({ number: 43 }), Response.json({ items: [{ id: 9 }] }), 'lost'];
  await keepAll([session, photoOf('k1')]);
  const flush = await settled();
  const key = asked[2]!.key;
  asked = [];
  answers = [Response.json({})];
  await flush();
  expect(asked).toMatchObject([{ path: '/api/sessions/43/photos', key }]);
  expect(shelf.rows.size).toBe(0);
});

it('what a refused session holds up waits with it, and other sessions go on', async () => {
  const { keepAll, retry, queue, refresh } = await postman();
  answers = [problem(404, 'not_found'), Response.json({ number: 44 })];
  await keepAll([session, photoOf('k1'), { ...session, gives: 'k2', path: '/api/circles/6/captures' }]);
  await settled();
  expect([...shelf.rows.values()].map(({ refused, needs }) => [refused, needs])).toEqual([
    ['not_found', undefined],
    [undefined, 'k1'],
  ]);
  answers = [Response.json({ number: 43 }), Response.json({ items: [{ id: 9 }] }), Response.json({})];
  await refresh();
  await retry(queue.waiting[0]!);
  expect(shelf.rows.size).toBe(0);
});

it('a session that is given up takes its photos along', async () => {
  const { keepAll, discard, queue, refresh } = await postman();
  answers = [problem(404, 'not_found')];
  await keepAll([session, photoOf('k1')]);
  await settled();
  await refresh();
  await discard(queue.waiting[0]!);
  expect(shelf.rows.size).toBe(0);
});

it('an expired sign-in holds everything, in order, until somebody signs in', async () => {
  const { keepAll, queue } = await postman();
  answers = [problem(401, 'sign_in')];
  await keepAll([session, photoOf('k1')]);
  const flush = await settled();
  expect(queue.rests).toBe('sign_in');
  expect(shelf.rows.size).toBe(2);
  answers = [Response.json({ number: 43 }), Response.json({ items: [{ id: 9 }] }), Response.json({})];
  await flush();
  expect(shelf.rows.size).toBe(0);
});

it('what was done so long ago that its reply is forgotten is not done again', async () => {
  const { keepAll } = await postman();
  answers = [problem(409, 'done_before')];
  await keepAll([{ title: 'คำพูด', method: 'POST', path: '/api/sessions/3/points', body: {} }]);
  await settled();
  expect(shelf.rows.size).toBe(0);
});

it('a photo that was forgotten because nothing held it for a week goes up anew', async () => {
  const { keepAll } = await postman();
  answers = [Response.json({ items: [{ id: 9 }] }), 'lost'];
  await keepAll([{ ...photoOf(''), then: { method: 'POST', path: '/api/sessions/3/photos', body: { file: '$file' } } }]);
  const flush = await settled();
  answers = [problem(422, 'invalid_input'), Response.json({ items: [{ id: 12 }] }), Response.json({})];
  await flush();
  expect(asked.at(-1)!.body).toBe('{"file":12}');
  expect(shelf.rows.size).toBe(0);
});

it('a second text of one record stands on top of one’s own first, which may have arrived', async () => {
  const { sendOrKeep } = await postman();
  const text = (body: string) => ({
    title: 'วง',
    method: 'PUT' as const,
    path: '/api/sessions/3',
    headers: { 'If-Match': '"1"' },
    body: { body },
  });
  answers = ['lost', 'lost'];
  await sendOrKeep(text('แรก'));
  await settled();
  answers = ['lost'];
  await sendOrKeep(text('หลัง'));
  const flush = await settled();
  expect(shelf.rows.size, 'the first may have arrived, so it is asked for again as it was').toBe(2);
  asked = [];
  answers = [Response.json({ version: 2 }), Response.json({ version: 3 })];
  await flush();
  expect(asked.map(({ version }) => version)).toEqual(['"1"', '"2"']);
});

const answer = (body: string, version: number) => ({
  title: 'คำตอบ',
  method: 'PUT' as const,
  path: '/api/sessions/3/method-answers/7',
  body: { body, version },
  edition: 'version',
});

it('so does a text that tells in itself what it was written on, wherever the reply tells the next', async () => {
  const { sendOrKeep } = await postman();
  const minutes = (paragraph: string) => ({
    title: 'รายงาน',
    method: 'PUT' as const,
    path: '/api/sessions/3/minutes',
    body: { paragraphs: [paragraph], edit: 4 },
    edition: 'minutes.edit',
  });
  answers = ['lost', 'lost'];
  await sendOrKeep(minutes('แรก'));
  await settled();
  answers = ['lost'];
  await sendOrKeep(minutes('หลัง'));
  const flush = await settled();
  asked = [];
  answers = [Response.json({ minutes: { edit: 5 } }), Response.json({ minutes: { edit: 6 } })];
  await flush();
  expect(asked.map(({ body }) => body)).toEqual(['{"paragraphs":["แรก"],"edit":4}', '{"paragraphs":["หลัง"],"edit":5}']);
});

it('a text on top of what somebody else has written keeps the version it was written on, whatever goes before it', async () => {
  const { keepAll } = await postman();
  answers = [Response.json({ version: 2 }), problem(412, 'edited_elsewhere')];
  await keepAll([answer('แรก', 1), answer('อีกเรื่อง', 9)]);
  await settled();
  expect(asked.map(({ body }) => body)).toEqual(['{"body":"แรก","version":1}', '{"body":"อีกเรื่อง","version":9}']);
  expect([...shelf.rows.values()].map(({ refused }) => refused)).toEqual(['edited_elsewhere']);
});

it('what was refused goes when the text that was made of both has gone out, also by the queue', async () => {
  const { keepAll } = await postman();
  answers = [problem(412, 'edited_elsewhere')];
  await keepAll([answer('ของเรา', 1)]);
  await settled();
  expect(shelf.rows.size).toBe(1);
  answers = [Response.json({ version: 3 })];
  await keepAll([answer('ของเขา ของเรา', 2)]);
  await settled();
  expect(shelf.rows.size).toBe(0);
});

it('a row that an older app has left is sent by this one', async () => {
  shelf.rows.set(1, {
    id: 1,
    title: 'เก่า',
    method: 'POST',
    path: '/api/sessions/3/points',
    headers: { 'Idempotency-Key': 'old-key-1' },
    body: '{}',
    at: 1,
  });
  const flush = await settled();
  await flush();
  expect(asked).toMatchObject([{ path: '/api/sessions/3/points', key: 'old-key-1' }]);
  expect(shelf.rows.size).toBe(0);
});

const said = (number: number) => ({ title: 'คำ', method: 'POST' as const, path: `/api/sessions/${number}/points`, body: { body: 'คำ' } });

it('what the server always fails at is set aside after three tries, with its reason, and holds up nothing of other sessions', async () => {
  const { keepAll, queue } = await postman();
  answers = [problem(500, 'internal'), Response.json({}), problem(500, 'internal')];
  await keepAll([said(3), said(4), said(3)]);
  const flush = await settled();
  expect(
    asked.map(({ path }) => path),
    'the word of the other session went',
  ).toEqual(['/api/sessions/3/points', '/api/sessions/4/points']);
  expect(queue.rests).toBe('failing');
  await flush();
  answers = [problem(500, 'internal')];
  await flush();
  expect(asked.length, 'what was said after it in its own session went with the third').toBe(5);
  const [left, ...more] = [...shelf.rows.values()];
  expect([left!.failures, more.length]).toEqual([3, 0]);
  expect(left!.refused).toContain('internal');
});

it('what was set aside goes when it is sent once more and the server is well again, as it was and under its own key', async () => {
  const { keepAll, sendAllNow } = await postman();
  answers = [problem(500, 'internal')];
  await keepAll([said(3)]);
  const flush = await settled();
  for (let round = 0; round < 3; round++) {
    answers = [problem(500, 'internal')];
    await flush();
  }
  expect(asked.length, 'it is not tried for ever').toBe(3);
  answers = [Response.json({})];
  await sendAllNow();
  expect(new Set(asked.map(({ key }) => key)).size).toBe(1);
  expect(shelf.rows.size).toBe(0);
});

it('a server that is away makes nobody give up a write', async () => {
  const { keepAll, queue } = await postman();
  answers = [problem(503, 'busy')];
  await keepAll([said(3)]);
  const flush = await settled();
  for (let round = 0; round < 5; round++) {
    answers = [problem(round % 2 ? 507 : 503, 'disk_full')];
    await flush();
  }
  expect(queue.rests).toBe('unreachable');
  expect([...shelf.rows.values()].map(({ refused, failures }) => [refused, failures])).toEqual([[undefined, undefined]]);
});

it('what the server fails at while somebody stands before it is kept like what got lost', async () => {
  const { sendOrKeep } = await postman();
  answers = [problem(500, 'internal'), problem(500, 'internal')];
  expect(await sendOrKeep(said(3))).toEqual({ sent: false });
  await settled();
  expect(shelf.rows.size).toBe(1);
});
