import { expect, it } from 'vitest';
import { stepsOf } from './river.ts';
import type { River } from './types.ts';

const stone = (record: number, step: number) => ({
  record,
  step,
  kind: 'session',
  number: record,
  title: `ก${record}`,
  title_en: '',
  address: '',
  happened_on: '2026-11-18',
});
const link = (id: number, up_id: number, down_id: number, quote: string) =>
  ({ id, flow: 'became', up_id, down_id, up_part: 0, down_part: 0, quote, note: '' }) as const;

it('what lies side by side shares a step, and words that flow into many things are said once', () => {
  const river: River = {
    stones: [stone(1, 0), stone(2, 1), stone(3, 1)],
    links: [link(1, 1, 2, 'ถ้าเด็กเริ่ม'), link(2, 1, 3, 'ถ้าเด็กเริ่ม')],
    more: false,
  };
  const steps = stepsOf(river);
  expect(steps.map(({ stones }) => stones.map(({ record }) => record))).toEqual([[1], [2, 3]]);
  expect(steps[0]!.stones[0]!.says.map(({ quote }) => quote)).toEqual(['ถ้าเด็กเริ่ม']);
});
