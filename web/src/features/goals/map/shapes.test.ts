import { expect, test } from 'vitest';
import { drawingOf, nextTowards, panned, seeing, wholeOf, zoomed, type Drawn } from './shapes.ts';

const facts = (title: string, middle?: number[]) => ({ title, level: 'district' as const, ...(middle ? { middle } : {}) });

const map = {
  type: 'Topology',
  size: [100, 50],
  transform: { scale: [1, -1], translate: [0, 0] },
  objects: {
    areas: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'MultiPolygon', id: '1', arcs: [[[0, 1]]], properties: facts('ก', [20, 20]) },
        { type: 'MultiPolygon', id: '2', arcs: [[[~0, 2]]], properties: facts('ข', [60, 20]) },
        { type: 'Point', id: '3', coordinates: [90, 40], properties: facts('ค', [90, 40]) },
        { id: '4', properties: facts('ง') },
      ],
    },
    around: { type: 'GeometryCollection', geometries: [] },
  },
  arcs: [
    [
      [40, 0],
      [0, 40],
    ],
    [
      [40, 40],
      [-40, 0],
      [0, -40],
      [40, 0],
    ],
    [
      [40, 0],
      [40, 0],
      [0, 40],
      [-40, 0],
    ],
  ],
  sources: [],
};

test('a border that two share is drawn along the same spots', () => {
  const { areas } = drawingOf(map);
  expect(areas.get('1')?.path).toBe('M40,0L40,40L0,40L0,0Z');
  expect(areas.get('2')?.path).toBe('M40,40L40,0L80,0L80,40Z');
});

test('what has no borders is a spot, and what has no place is neither', () => {
  const { areas } = drawingOf(map);
  expect(areas.get('3')).toEqual({ code: '3', title: 'ค', middle: [90, 40] });
  expect(areas.get('4')).toEqual({ code: '4', title: 'ง' });
});

test('an arrow goes to the nearest area that way', () => {
  const areas: Drawn[] = [...drawingOf(map).areas.values()];
  expect(nextTowards(areas, [20, 20], 'ArrowRight')?.code).toBe('2');
  expect(nextTowards(areas, [60, 20], 'ArrowDown')?.code).toBe('3');
  expect(nextTowards(areas, [20, 20], 'ArrowLeft')).toBeUndefined();
});

test('one comes nearer and moves without leaving the map', () => {
  const drawing = drawingOf(map);
  const near = zoomed(wholeOf(drawing), 2, drawing);
  expect(near).toEqual({ x: 25, y: 12.5, width: 50, height: 25 });
  expect(panned(panned(panned(near, 'ArrowLeft', drawing), 'ArrowLeft', drawing), 'ArrowUp', drawing)).toMatchObject({ x: 0 });
  expect(zoomed(near, 1 / 8, drawing)).toEqual(wholeOf(drawing));
  expect(seeing(near, [90, 40], drawing)).toMatchObject({ x: 50, y: 25 });
  expect(seeing(near, [40, 20], drawing)).toBe(near);
});
