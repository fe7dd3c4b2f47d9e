import { expect, test } from 'vitest';
import { emptyItem, toContent } from './forms.ts';

test('what was left empty is left out', () => {
  expect(toContent({ ...emptyItem(), title: 'น้ำ', body: 'ฝน' })).toEqual({
    kind: 'note',
    title: 'น้ำ',
    body: 'ฝน',
    language: 'th',
    tags: [],
    files: [],
  });
});

test('a lesson goes out under its six headings, a note under none', () => {
  const lesson = toContent({ ...emptyItem('lesson'), sections: { why: 'เพราะฝน' } });
  expect(lesson.sections).toHaveLength(6);
  expect(lesson.sections?.[3]).toEqual({ heading: 'why', body: 'เพราะฝน' });
  expect(toContent({ ...emptyItem(), sections: { why: 'เพราะฝน' } }).sections).toBeUndefined();
});

test('tags are what stands between commas, and a year may be พ.ศ.', () => {
  const typed = { ...emptyItem('document'), tags: 'ป่าชุมชน, น้ำ,, ', year: '2563' };
  expect(toContent(typed).tags).toEqual(['ป่าชุมชน', 'น้ำ']);
  expect(toContent(typed).document?.year).toBe(2020);
});
