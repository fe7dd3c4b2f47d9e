import { expect, test } from 'vitest';
import { deviceName } from './device.ts';

test('a phone and a desk have names that people know', () => {
  const android = 'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36';
  const windows =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0';
  expect(deviceName(android)).toBe('Chrome · Android');
  expect(deviceName(windows)).toBe('Edge · Windows');
  expect(deviceName('curl/8.0')).toBe('curl/8.0');
});
