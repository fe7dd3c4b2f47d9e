import { expect, test } from 'vitest';
import { ownPath } from './providers.ts';

test('after signing in one goes to a path of ours, and nowhere else', () => {
  expect(ownPath('/circles/5?tab=past')).toBe('/circles/5?tab=past');
  for (const wanted of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', null, undefined])
    expect(ownPath(wanted)).toBe('/');
});
