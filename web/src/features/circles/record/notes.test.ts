import { expect, it, vi } from 'vitest';
import { Problem, Unreachable } from '#lib/problem.ts';
import type { Session } from '../types.ts';
import { emptySession } from '../session/forms.ts';
import { Notes } from './notes.svelte.ts';
import type { Recording } from './recording.svelte.ts';
import { bothWrote, withTheirs } from './shared.ts';

const editedElsewhere = new Problem({ status: 412, code: 'edited_elsewhere', title: 'มีคนแก้ไขเรื่องนี้' });

const sessionOf = (summary: string, version: number) =>
  ({
    record: { number: 5, title: 'วงพุธ', summary, version },
    date: '2026-11-18',
    place: '',
    key_question: '',
    planned_result: '',
    seen_result: '',
    agenda: [],
    transparency: { issue: '', took_part: '', result: '', result_use: '' },
  }) as unknown as Session;

/** A session that somebody else has saved since it was opened here. */
function editedMeanwhile() {
  const recording = {
    number: 5,
    waits: 0,
    session: sessionOf('', 1),
    reachable: true,
    save: vi.fn(async (_form: unknown, version: number) => {
      if (version < 2) throw editedElsewhere;
      return true;
    }),
    async read() {
      if (!this.reachable) throw new Unreachable();
      this.session = sessionOf('ของเขา', 2);
    },
  };
  const notes = new Notes(recording as unknown as Recording);
  notes.draft.value.summary = 'ของเรา';
  return { recording, notes };
}

it('two note-takers: the second is shown both, and saves on top of the first', async () => {
  const { recording, notes } = editedMeanwhile();
  expect(await notes.save()).toBe(false);
  expect(notes.clashes.map(({ mine, theirs }) => [mine, theirs])).toEqual([['ของเรา', 'ของเขา']]);
  notes.resolve({ summary: 'ของเขา\n\nของเรา' });
  await vi.waitUntil(() => !notes.saving);
  expect(recording.save).toHaveBeenLastCalledWith(expect.objectContaining({ summary: 'ของเขา\n\nของเรา' }), 2, 'session-5');
});

it('the network goes just when theirs is to be read: that is said, nothing is compared with what is old, and the next save asks', async () => {
  const { recording, notes } = editedMeanwhile();
  recording.reachable = false;
  expect(await notes.save()).toBe(false);
  expect(notes.problem).toBeInstanceOf(Unreachable);
  expect(notes.clashes).toEqual([]);
  expect(notes.draft.value.summary).toBe('ของเรา');
  recording.reachable = true;
  await notes.save();
  expect(notes.problem).toBeUndefined();
  expect(notes.clashes).toHaveLength(1);
});

it('what only they wrote comes along, and what only I wrote is no question', () => {
  const theirs = { ...emptySession(), summary: 'ของเขา', seen_result: 'เห็นผล' };
  const met = withTheirs({ ...emptySession(), summary: 'ของเรา', key_question: 'ทำไม' }, theirs);
  expect(met.seen_result).toBe('เห็นผล');
  expect(bothWrote(met, theirs).map(({ name, mine, theirs }) => [name, mine, theirs])).toEqual([['summary', 'ของเรา', 'ของเขา']]);
});
