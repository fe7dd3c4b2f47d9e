import { expect, it } from 'vitest';
import { featureOf, homesIn, nameFiles, writeMessages } from './say.ts';

it('a message becomes a function in the file of its feature, with its blanks and the English word that fits a number', () => {
  const files = writeMessages({ circles_people: 'มา {count} คน' }, { circles_people: '{count} {count|person|people} came' });
  const code = files.get('circles.gen.ts')!;
  expect(code).toContain('export const circles_people = (it: { count: Shown }): string');
  expect(code).toContain('`มา ${show(it.count)} คน`');
  expect(code).toContain('Number(it.count) === 1 ? "person" : "people"');
  expect(files.get('index.gen.ts')).toBe("export * from './circles.gen.ts';\n");
});

it('a key without its twin, or with other blanks, is named', () =>
  expect(() => writeMessages({ a: 'ก {x}', b: 'ข' }, { a: 'a {y}' })).toThrow(/b: no English\s+a: the blanks differ/));

it('a message that an installation may say in words of its own asks for these first', () => {
  const code = writeMessages({ frame_a: 'ก', frame_b: 'ข' }, { frame_a: 'a', frame_b: 'b' }, new Set(['frame_a'])).get('frame.gen.ts')!;
  expect(code).toContain("export const frame_a = (): string => saidHere('frame_a') ?? (thai() ? `ก` : `a`);");
  expect(code).toContain('export const frame_b = (): string => (thai() ? `ข` : `b`);');
});

it('what looks like code in a message stays text', () =>
  expect(writeMessages({ ui_a: '`$` \\' }, { ui_a: 'b' }).get('ui.gen.ts')).toContain('`\\`$\\` \\\\`'));

it('a file that speaks of two features loads the messages of these two', () =>
  expect(nameFiles("import * as say from '#say'; say.ui_close() + say.circles_new();", featureOf)).toBe(
    "import * as say_ui from '#say/ui'; import * as say_circles from '#say/circles'; say_ui.ui_close() + say_circles.circles_new();",
  ));

it('what one file or one thing alone says lies with it, what two say with their feature, what the frame says with the frame', () => {
  const homeOf = homesIn([
    ['features/circles/room/Hall.svelte', 'say.circles_hands() + say.circles_loud() + say.circles_new() + say.ui_close()'],
    ['features/circles/room/hall-words.svelte.ts', 'say.circles_loud()'],
    ['features/circles/circle/CirclePage.svelte', 'say.circles_new()'],
    ['routes/circles/[circle]/+page.svelte', 'say.circles_door()'],
    ['frame/TopBar.svelte', 'say.frame_top() + say.goals_indicators()'],
  ]);
  const homes = {
    circles_hands: 'circles_room_Hall_svelte',
    circles_loud: 'circles_room',
    circles_new: 'circles',
    circles_door: 'circles_circle_page_svelte',
    ui_close: 'circles_room_Hall_svelte',
    frame_top: 'frame',
    goals_indicators: 'frame',
    circles_unsaid: 'circles',
  };
  expect(Object.fromEntries(Object.keys(homes).map((key) => [key, homeOf(key)]))).toEqual(homes);
});
