import { expect, it } from 'vitest';
import { meanHours, whoIsFree, type ComingSession, type Facilitator, type FacilitatorsReply } from './facilitators.ts';

const person = (person_id: number, hours_of_year: number, in_pool = true) =>
  ({ person_id, in_pool, name: `${person_id}`, load: { hours_of_year } }) as Facilitator;
const coming = (date: string, starts?: string, ends?: string, facilitators: number[] = []) =>
  ({ session: { date, starts, ends }, facilitators }) as ComingSession;
const reply = (more: Partial<FacilitatorsReply>) =>
  ({ people: [person(1, 2), person(2, 8), person(3, 5), person(4, 9, false)], away: [], engaged: [], ...more }) as FacilitatorsReply;

it('offers the free ones of the pool first, in the order of what they have led', () => {
  const away = [{ id: 1, person_id: 1, from: '2026-12-01', to: '2026-12-05', reason: '' }];
  const free = whoIsFree(reply({ away }), coming('2026-12-05'));
  expect(free.map(({ person: { person_id }, why }) => [person_id, why])).toEqual([
    [2, undefined],
    [3, undefined],
    [1, 'away'],
  ]);
});

it('lets somebody lead twice on a day where the hours do not meet', () => {
  const engaged = [{ person_id: 2, date: '2026-12-09', starts: '09:00', ends: '11:00' }];
  const whyOf2 = (session: ComingSession) =>
    whoIsFree(reply({ engaged }), session).find(({ person: { person_id } }) => person_id === 2)!.why;
  expect(whyOf2(coming('2026-12-09', '13:00', '15:00'))).toBeUndefined();
  expect(whyOf2(coming('2026-12-09', '10:30', '12:00'))).toBe('engaged');
  expect(whyOf2(coming('2026-12-09'))).toBe('engaged');
  expect(whyOf2(coming('2026-12-09', '10:30', '12:00', [2]))).toBe('asked');
});

it('means the hours of the pool alone', () => {
  expect(meanHours(reply({}))).toBe(5);
  expect(meanHours(reply({ people: [] }))).toBe(0);
});
