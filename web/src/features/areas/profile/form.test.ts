import { expect, test } from 'vitest';
import { Problem } from '#lib/problem.ts';
import { besideFields, emptyProfile, fromContent, toContent } from './form.ts';

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

test('what is wrong with a field is said beside it, and once', () => {
  const at = (pointer: string) => ({ pointer, code: 'required', message: '' });
  const errors = [at('/owner'), at('/content/population/0/year'), at('/population/1/year'), at('/content/population')];
  const problem = new Problem({ status: 422, code: 'invalid_input', title: '', errors });
  expect(besideFields(problem)).toEqual(['/owner', '/content/population/0/year', '/population/1/year']);
  expect(besideFields(new Error())).toEqual([]);
});
