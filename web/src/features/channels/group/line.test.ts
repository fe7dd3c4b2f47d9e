import { expect, it } from 'vitest';
import { isInsideLine, outsideLine } from './line.ts';

it('a page knows that it is shown inside LINE', () => {
  expect(isInsideLine('Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 Line/14.9.1/IAB')).toBe(true);
  expect(isInsideLine('Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36')).toBe(false);
});

it('an address is told to open outside, once', () => {
  const outside = 'https://lomwong.example/g/abc?openExternalBrowser=1';
  expect(outsideLine('https://lomwong.example/g/abc')).toBe(outside);
  expect(outsideLine(outside)).toBe(outside);
});
