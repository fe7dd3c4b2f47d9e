import { describe, expect, it } from 'vitest';
import { keyOf, tallyOf, waitingOf, withDigit } from './count.ts';

describe('a count of hands', () => {
  it('tells the mean and how far hands lie apart, as the server does', () => {
    const { hands, mean, spread } = tallyOf([2, 5, 14, 27, 12]);
    expect([hands, mean, spread?.toFixed(6)]).toEqual([60, 3.7, '0.988264']);
  });

  it('has no mean where nobody raised a hand', () => {
    expect(tallyOf([0, 0, 0, 0, 0])).toEqual({ hands: 0, mean: undefined, spread: undefined });
  });

  it('knows what waits on the phone, the newest of several, and nothing that was refused or is of another count', () => {
    const at = (path: string, hands: number, refused?: string) => ({ path, body: JSON.stringify({ hands }), refused });
    const place = keyOf({ position: 0, group: 1, level: 3 });
    const waiting = waitingOf('7', [
      at(`/api/counts/7/items/${place}`, 14),
      at(`/api/counts/7/items/${place}`, 15),
      at(`/api/counts/7/items/0/groups/1/levels/4`, 9, 'closed'),
      at(`/api/counts/71/items/${place}`, 1),
    ]);
    expect([...waiting]).toEqual([[place, 15]]);
  });

  it('takes keys as a number, without leading zeros and no longer than a hall is large', () => {
    expect(withDigit('', 0)).toBe('0');
    expect(withDigit('0', 7)).toBe('7');
    expect(withDigit('1', 4)).toBe('14');
    expect(withDigit('1234', 5)).toBe('1234');
  });
});
