import { expect, it, vi } from 'vitest';
import { texts } from '#lib/meeting.ts';
import { StepEdit } from './step-edit.svelte.ts';

type Note = { body: string };

function edit(mine?: Note, from?: Note) {
  const outbox = { problem: undefined as unknown, read: async () => undefined, send: vi.fn(async (_step: unknown) => true) };
  const theirs = { form: { body: 'ของเขา' }, version: 2 };
  const wish = {
    outbox,
    find: () => theirs,
    fields: texts<Note>({ body: () => 'ข้อ' }),
    write: (body: Note, version: number) => ({ title: '', method: 'PUT', path: 'groups/1/notes/2', body: { ...body, version } }) as const,
    ondone: vi.fn(),
  };
  return { outbox, wish, edit: new StepEdit(theirs, wish, mine, from) };
}

it('what was not taken is asked about at once, and again with every save until somebody has chosen', async () => {
  const { edit: step, outbox, wish } = edit({ body: 'ของเรา' });
  expect(step.clashes.map(({ mine, theirs }) => [mine, theirs])).toEqual([['ของเรา', 'ของเขา']]);
  step.leave();
  await step.save();
  expect(step.clashes).toHaveLength(1);
  expect(outbox.send, 'nothing of theirs is written over unasked').not.toHaveBeenCalled();
  step.resolve({ body: 'ของเขา ของเรา' });
  await vi.waitUntil(() => wish.ondone.mock.calls.length);
  expect(outbox.send).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ body: { body: 'ของเขา ของเรา', version: 2 } }));
});

it('a change of what waits goes on from what waits', async () => {
  const { edit: step, outbox } = edit(undefined, { body: 'ที่รอส่ง' });
  expect(step.form.body).toBe('ที่รอส่ง');
  await step.save();
  expect(outbox.send).toHaveBeenCalledOnce();
});
