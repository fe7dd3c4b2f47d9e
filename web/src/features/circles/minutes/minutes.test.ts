import { expect, it } from 'vitest';
import { paragraphsOf } from './minutes.ts';

it('an empty line begins a new paragraph, a line break does not', () => {
  expect(paragraphsOf('เปิดประชุม\nเวลา 9 โมง\n\n  \n ตกลงซ่อมถนน \n')).toEqual(['เปิดประชุม\nเวลา 9 โมง', 'ตกลงซ่อมถนน']);
});
