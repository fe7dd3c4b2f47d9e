import { expect, test } from 'vitest';
import { clashesIn, withChosen } from '#lib/meeting.ts';
import { emptyProfile } from './form.ts';
import { shared } from './shared.ts';

const mine = { ...emptyProfile(), history: 'เรือนแพ', issues: [{ title: 'น้ำเค็ม', detail: '' }], actors: [{ name: 'อสม.', role: 'ดูแล' }] };
const theirs = {
  ...emptyProfile(),
  history: 'เรือนแพ',
  issues: [
    { title: 'น้ำเค็ม', detail: '' },
    { title: 'ขยะ', detail: 'ตลาดเช้า' },
  ],
  actors: [{ name: 'อสม.', role: 'ดูแล' }],
};

test('every part of a profile is compared, not its history alone', () => {
  expect(clashesIn(shared, mine, theirs).map(({ name }) => name)).toEqual(['issues']);
  expect(clashesIn(shared, mine, theirs)[0]!.theirs).toBe('น้ำเค็ม\nขยะ · ตลาดเช้า');
});

test('of both, each row stands once and whole', () => {
  const [clash] = clashesIn(shared, mine, theirs);
  const form = withChosen(shared, mine, theirs, { issues: `${clash!.theirs}\n\n${clash!.mine}` });
  expect(form.issues).toEqual(theirs.issues);
  expect(form.actors).toEqual(mine.actors);
});

test('a row that the other took out can be let go', () =>
  expect(withChosen(shared, theirs, mine, { issues: 'น้ำเค็ม' }).issues).toEqual(mine.issues));
