import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownPath } from './providers.ts';

test('after signing in one goes to a path of ours, and nowhere else', () => {
  assert.equal(ownPath('/circles/5?tab=past'), '/circles/5?tab=past');
  for (const wanted of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', null, undefined])
    assert.equal(ownPath(wanted), '/');
});
