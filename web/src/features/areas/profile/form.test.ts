import { expect, test } from 'vitest';
import { emptyProfile, fromContent, toContent } from './form.ts';

test('rows left empty are not sent', () => {
  expect(toContent(emptyProfile())).toEqual({ history: '', population: [], actors: [], issues: [], sources: [] });
});

test('figures may be typed with commas, and what was not given stays away', () => {
  const typed = { ...emptyProfile(), population: [{ year: '2564', people: '12,943', households: '', source: '' }] };
  expect(toContent(typed).population).toEqual([{ year: 2021, people: 12943 }]);
});

test('what was saved comes back into the form as it was', () => {
  const content = {
    history: 'ท่าเรือเก่า',
    population: [{ year: 2021, people: 5, households: 2 }],
    actors: [],
    issues: [{ title: 'น้ำเค็ม' }],
    sources: [],
  };
  expect(toContent(fromContent(content)).population).toEqual(content.population);
});
