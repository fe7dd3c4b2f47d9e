import { expect, test } from 'vitest';
import { actsOn } from './acts.ts';
import { endAllSessions, lockAccount, makeAdministrator, resetSecondStep, unlockAccount, unmakeAdministrator } from './second-step.ts';

const account = { administrator: false, administrator_by_provider: false, second_step: false, sessions: 0 };
const of = (more: object, own = false) => actsOn({ ...account, ...more }, own).map(({ run }) => run);

test('only what makes a difference is offered', () => {
  expect(of({})).toEqual([makeAdministrator, lockAccount]);
  expect(of({ administrator: true, second_step: true, sessions: 2 })).toEqual([
    endAllSessions,
    resetSecondStep,
    unmakeAdministrator,
    lockAccount,
  ]);
  expect(of({ locked_at: '2026-11-21T02:00:00Z' })).toEqual([makeAdministrator, unlockAccount]);
});

test('what the account provider says is changed there', () => {
  expect(of({ administrator: true, administrator_by_provider: true })).toEqual([lockAccount]);
});

test('one does not lock oneself out, nor take off one’s own second step without a code', () => {
  expect(of({ administrator: true, second_step: true, sessions: 1 }, true)).toEqual([endAllSessions, unmakeAdministrator]);
});
