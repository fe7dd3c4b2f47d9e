import { expect, it } from 'vitest';
import { readInline, readMarkdown } from './markdown.ts';

it('headings, lists, quotes and paragraphs are told apart', () => {
  const kinds = readMarkdown('# หัวข้อ\nย่อหน้า\n\n- หนึ่ง\n- สอง\n\n1. ก\n2. ข\n\n> คำพูด\n\n---').map((block) => block.kind);
  expect(kinds).toEqual(['heading', 'paragraph', 'list', 'list', 'quote', 'rule']);
});

it('a list may follow its sentence without an empty line', () =>
  expect(readMarkdown('สิ่งที่ทำ\n- แยกขยะ\n- ทำปุ๋ย').map((block) => block.kind)).toEqual(['paragraph', 'list']));

it('strong, links and bare addresses are found inside a line', () =>
  expect(readInline('**แยก** ดู [บทเรียน](/knowledge/12) ที่ https://example.org/ก')).toEqual([
    { kind: 'strong', inside: ['แยก'] },
    ' ดู ',
    { kind: 'link', href: '/knowledge/12', inside: ['บทเรียน'] },
    ' ที่ ',
    { kind: 'link', href: 'https://example.org/ก', inside: ['https://example.org/ก'] },
  ]));

it('a link that would run script stays plain text', () =>
  expect(readInline('[กด](javascript:alert(1))').every((part) => typeof part === 'string')).toBe(true));

it('HTML is only text', () =>
  expect(readMarkdown('<script>alert(1)</script>')).toEqual([{ kind: 'paragraph', lines: [['<script>alert(1)</script>']] }]));
