// Where the points of a line over periods stand, and which of them are told in words.
export type TrendPoint = { name: string; value: number | undefined };
export type Room = {
  width: number;
  height: number;
  top: number;
  bottom: number;
  side: number;
  /** How far words stand from each other; a quarter of the width. */ apart?: number;
};
type Anchor = 'start' | 'middle' | 'end';
export type Spot = { name: string; value: number; x: number; y: number; told: boolean; anchor: Anchor };
export type Trend = {
  spots: Spot[];
  /** Neighbours in time, as an svg polyline reads them. */ runs: string[];
  aims: number[];
  names: { name: string; x: number; anchor: Anchor }[];
};

/** From the lowest to the highest of all these; undefined where there is none. */
export function rangeOf(values: (number | undefined)[]): { low: number; high: number } | undefined {
  const there = values.filter((value) => value !== undefined);
  return there.length ? { low: Math.min(...there), high: Math.max(...there) } : undefined;
}

const anchorAt = (x: number, width: number): Anchor => (x < width * 0.2 ? 'start' : x > width * 0.8 ? 'end' : 'middle');

/** The first and the last, and between them the lowest and the highest where there is room for their words. */
function toldAmong(spots: Spot[], apart: number): Set<Spot> {
  const by = spots.toSorted((a, b) => a.value - b.value);
  const told: Spot[] = [];
  for (const spot of [spots.at(-1), spots[0], by.at(-1), by[0]])
    if (spot && told.every((other) => Math.abs(other.x - spot.x) > apart)) told.push(spot);
  return new Set(told);
}

export function trendOf(points: TrendPoint[], room: Room, aims: number[] = [], within?: { low: number; high: number }): Trend {
  const range = within ?? rangeOf([...points.map(({ value }) => value), ...aims]) ?? { low: 0, high: 0 };
  const inside = room.height - room.top - room.bottom;
  const y = (value: number) =>
    range.high === range.low ? room.top + inside / 2 : room.top + inside * (1 - (value - range.low) / (range.high - range.low));
  const step = points.length > 1 ? (room.width - 2 * room.side) / (points.length - 1) : 0;
  const x = (i: number) => (points.length > 1 ? room.side + step * i : room.width / 2);
  const spots: Spot[] = [];
  const runs: string[][] = [[]];
  points.forEach(({ name, value }, i) => {
    if (value === undefined) return void runs.push([]);
    spots.push({ name, value, x: x(i), y: y(value), told: false, anchor: anchorAt(x(i), room.width) });
    runs.at(-1)!.push(`${x(i)},${y(value)}`);
  });
  const told = toldAmong(spots, room.apart ?? room.width / 4);
  const ends = points.length > 1 ? [0, points.length - 1] : points.map((_, i) => i);
  return {
    spots: spots.map((spot) => ({ ...spot, told: told.has(spot) })),
    runs: runs.filter((run) => run.length > 1).map((run) => run.join(' ')),
    aims: aims.map(y),
    names: ends.map((i) => ({ name: points[i]!.name, x: x(i), anchor: anchorAt(x(i), room.width) })),
  };
}
