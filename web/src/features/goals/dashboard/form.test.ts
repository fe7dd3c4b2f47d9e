import { expect, it } from 'vitest';
import { emptyBlock, emptyDashboard, fromBlock, isReady, mostIndicators, toBlock, toContent } from './form.ts';
import type { ShownBlock } from './types.ts';

it('a new picture says only what it needs, and a number takes one indicator', () => {
  const block = {
    ...emptyBlock('number'),
    indicators: [
      { code: 'a', title: 'ก' },
      { code: 'b', title: 'ข' },
    ],
    text: 'ไม่เกี่ยว',
  };
  expect(toBlock(block)).toEqual({ look: 'number', width: 'half', indicators: ['a'] });
  expect(mostIndicators(emptyBlock('trend'))).toBe(6);
});

it('what was typed for another kind of picture is left out', () => {
  const block = { ...emptyBlock('trend'), indicators: [{ code: 'a', title: 'ก' }], goal: { id: 7, title: 'เป้า' }, newest: '5' };
  expect(toBlock(block)).toEqual({ look: 'trend', width: 'half', indicators: ['a'], newest: 5 });
  expect(toBlock({ ...block, look: 'ladder' })).toEqual({ look: 'ladder', width: 'half', goal: 7 });
});

it('a picture is drawn when it has what it needs', () => {
  expect(isReady(emptyBlock('bars'))).toBe(false);
  expect(isReady({ ...emptyBlock('text'), text: ' # น้ำ ' })).toBe(true);
});

it('an indicator that is gone keeps its code, so that nothing is lost on saving', () => {
  const shown: ShownBlock = {
    block: { look: 'bars', width: 'full', indicators: ['gone'] },
    areas: [],
    indicators: [],
    fault: 'no_such_indicator',
  };
  expect(toBlock(fromBlock(shown))).toEqual({ look: 'bars', width: 'full', indicators: ['gone'] });
});

it('an empty dashboard is of the whole country', () => {
  expect(toContent({ ...emptyDashboard(), title: 'ก' })).toEqual({ title: 'ก', area: 0, blocks: [] });
});

it('what to look into is of chosen indicators or of a whole set, never both', () => {
  const block = { ...emptyBlock('exceptions'), indicators: [{ code: 'a', title: 'ก' }], by: 'periods' as const, group: 'ชาย' };
  expect(toBlock(block)).toEqual({ look: 'exceptions', width: 'full', indicators: ['a'], by: 'indicators', lines: 10 });
  const ofSet = { ...block, which: 'set' as const, lines: '5' };
  expect(isReady(ofSet)).toBe(false);
  const whole = { ...ofSet, set: { key: 'bmn_2560', title: 'จปฐ.' } };
  expect(isReady(whole)).toBe(true);
  expect(toBlock(whole)).toEqual({ look: 'exceptions', width: 'full', by: 'indicators', set: 'bmn_2560', lines: 5 });
});
