import { expect, test } from 'vitest';
import { alike, emptyProposal, toContent } from './form.ts';
import type { ProposalCard } from './types.ts';

const card = (title: string, standing: ProposalCard['standing'] = 'supported') => ({ title, standing }) as ProposalCard;

test('a proposal says what to look at and how it is counted; what nobody filled in is not sent', () => {
  expect(toContent({ ...emptyProposal(), title: 'บ้านที่มีสมุดฝาก', rule: ' ' })).toEqual({
    title: 'บ้านที่มีสมุดฝาก',
    unit: 'household',
    counted_as: 'percent',
    direction: 'up',
  });
});

test('one that is here already is taken with its own words for how it is counted', () => {
  const indicator = { code: 'saving', title: 'ออมทุกเดือน' };
  const content = toContent({ ...emptyProposal(), indicator, reason: 'เทียบกันได้', rule: 'อย่างอื่น' });
  expect(content).toMatchObject({ title: 'ออมทุกเดือน', indicator: 'saving', reason: 'เทียบกันได้' });
  expect(content).not.toHaveProperty('rule');
});

test('what sounds like another proposal is shown before it is sent, but not what was refused', () => {
  const proposals = [card('บ้านที่มีสมุดฝากของตนเอง'), card('จำนวนรถใหม่'), card('บ้านที่มีสมุดฝาก', 'not_adopted')];
  expect(alike('บ้าน ที่มีสมุดฝาก', proposals).map(({ title }) => title)).toEqual(['บ้านที่มีสมุดฝากของตนเอง']);
  expect(alike('บ้าน', proposals)).toHaveLength(1);
  expect(alike('บ', proposals)).toHaveLength(0);
});
