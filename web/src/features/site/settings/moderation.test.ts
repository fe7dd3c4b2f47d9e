import { expect, it } from 'vitest';
import { fromModeration, toModeration } from './moderation.ts';

const came = { guests_may_comment: true, longest: 4000, guests_an_hour: 30, newcomer_an_hour: 30, person_an_hour: 120 };

it('what is typed and not changed is sent as it came', () => {
  expect(toModeration(fromModeration(came))).toEqual(came);
  expect(toModeration(fromModeration({ ...came, trusted_after: 5 }))).toEqual({ ...came, trusted_after: 5 });
});

it('who always waits has no number after which they would not', () =>
  expect(toModeration({ ...fromModeration({ ...came, trusted_after: 5 }), held: 'always' })).toEqual(came));
