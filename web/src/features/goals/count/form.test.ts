import { describe, expect, it } from 'vitest';
import { emptyCount, groupsOf, toForm, withGroup } from './form.ts';

const choice = (code: string, more = {}) => ({
  code,
  title: code,
  title_en: '',
  level: 'village' as const,
  delicate: false,
  way: 'hands' as const,
  has_levels: true,
  ...more,
});

describe('a count before it begins', () => {
  it('leaves out what has no levels and keeps the secret way of what is delicate', () => {
    const items = [choice('health'), choice('debt', { delicate: true, way: 'eyes_closed' }), choice('birds', { has_levels: false })];
    const typed = emptyCount({ title: 'ความสุข', title_en: '', items }, undefined, '2026-11-22');
    const form = toForm({ ...typed, present: '60', groups: 'หญิง, ชาย' }, 'village_happiness');
    expect(form.items).toEqual([
      { code: 'health', way: 'hands' },
      { code: 'debt', way: 'eyes_closed' },
    ]);
    expect([form.year, form.present, form.groups, form.set]).toEqual([2026, 60, ['หญิง', 'ชาย'], 'village_happiness']);
  });

  it('reads groups as people write a list, each once', () => {
    expect(groupsOf(' หญิง,ชาย , หญิง,\n')).toEqual(['หญิง', 'ชาย']);
    expect(withGroup('หญิง', 'ชาย')).toBe('หญิง, ชาย');
    expect(withGroup('หญิง, ชาย', 'หญิง')).toBe('ชาย');
  });
});
