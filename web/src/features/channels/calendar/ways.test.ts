import { expect, it } from 'vitest';
import { waysInto } from './ways.ts';

it('each calendar is given the whole address in the way that it takes it', () => {
  const address = 'https://lomwong.example/circles/5.ics';
  const ways = Object.fromEntries(waysInto(address, 'วงวันพุธ, เช้า').map(({ name, href }) => [name, new URL(href)]));
  expect(ways['Google Calendar']?.searchParams.get('cid')).toBe('webcal://lomwong.example/circles/5.ics');
  expect(ways['Apple']?.href).toBe('webcal://lomwong.example/circles/5.ics');
  expect(ways['Outlook']?.searchParams.get('url')).toBe(address);
  expect(ways['Outlook']?.searchParams.get('name')).toBe('วงวันพุธ, เช้า');
});
