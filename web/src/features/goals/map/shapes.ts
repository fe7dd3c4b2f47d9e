// From the topology that the server sends to what an SVG draws: whole numbers on one grid, counted from the top left.
import type { AreaMap } from './types.ts';

export type Spot = [x: number, y: number];
export type Drawn = { code: string; title: string; path?: string; middle?: Spot };
export type Drawing = { width: number; height: number; areas: Map<string, Drawn>; around: string[] };

type Geometry = AreaMap['objects']['areas']['geometries'][number];

/** An arc is a spot and then steps. */
const walked = (arc: number[][]): Spot[] => {
  let [x, y] = [0, 0];
  return arc.map((step): Spot => [(x += step[0]!), (y += step[1]!)]);
};

export function ringOf(arcs: Spot[][], ring: number[]): Spot[] {
  const spots: Spot[] = [];
  for (const arc of ring) {
    const run = arc < 0 ? arcs[~arc]!.toReversed() : arcs[arc]!;
    spots.push(...(spots.length ? run.slice(1) : run));
  }
  return spots;
}

const pathOf = (arcs: Spot[][], polygons: number[][][]): string =>
  polygons.flatMap((polygon) => polygon.map((ring) => `M${ringOf(arcs, ring).slice(0, -1).join('L')}Z`)).join('');

function drawn(arcs: Spot[][], { id, arcs: polygons, properties }: Geometry): Drawn {
  const one: Drawn = { code: id, title: properties.title };
  if (polygons?.length) one.path = pathOf(arcs, polygons);
  if (properties.middle) one.middle = properties.middle as Spot;
  return one;
}

export function drawingOf({ size, arcs, objects }: AreaMap): Drawing {
  const walks = arcs.map(walked);
  const areas = objects.areas.geometries.map((geometry) => drawn(walks, geometry));
  return {
    width: size[0]!,
    height: size[1]!,
    areas: new Map(areas.map((area) => [area.code, area])),
    around: objects.around.geometries.flatMap((geometry) => drawn(walks, geometry).path ?? []),
  };
}

export type Way = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';
const ways: Record<Way, Spot> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
export const isWay = (key: string): key is Way => key in ways;

/** The area that somebody means who looks from one to the left, right, up or down: near, and not far off the line. */
export function nextTowards(areas: Iterable<Drawn>, from: Spot, way: Way): Drawn | undefined {
  const [wx, wy] = ways[way];
  let best: Drawn | undefined;
  let least = Infinity;
  for (const area of areas) {
    if (!area.middle) continue;
    const [dx, dy] = [area.middle[0] - from[0], area.middle[1] - from[1]];
    const along = dx * wx + dy * wy;
    const off = Math.abs(dx * wy + dy * wx);
    const cost = along + 2 * off;
    if (along > 0 && off <= 2 * along && cost < least) [best, least] = [area, cost];
  }
  return best;
}

export type View = { x: number; y: number; width: number; height: number };
export const wholeOf = ({ width, height }: Drawing): View => ({ x: 0, y: 0, width, height });

const within = (at: number, size: number, whole: number) => Math.min(Math.max(at, 0), whole - size);

/** Nearer by a factor, or farther by one below 1, never farther than the whole and never past its edge. */
export function zoomed(view: View, by: number, drawing: Drawing): View {
  const factor = Math.max(Math.min(view.width / by / drawing.width, 1), 1 / 16);
  const [width, height] = [drawing.width * factor, drawing.height * factor];
  const [x, y] = [view.x + (view.width - width) / 2, view.y + (view.height - height) / 2];
  return { x: within(x, width, drawing.width), y: within(y, height, drawing.height), width, height };
}

export function panned(view: View, way: Way, drawing: Drawing): View {
  const [wx, wy] = ways[way];
  const x = within(view.x + (wx * view.width) / 3, view.width, drawing.width);
  return { ...view, x, y: within(view.y + (wy * view.height) / 3, view.height, drawing.height) };
}

/** The same view, moved only as far as it takes to see the spot. */
export function seeing(view: View, [x, y]: Spot, drawing: Drawing): View {
  const isSeen = x >= view.x && x <= view.x + view.width && y >= view.y && y <= view.y + view.height;
  if (isSeen) return view;
  const left = within(x - view.width / 2, view.width, drawing.width);
  return { ...view, x: left, y: within(y - view.height / 2, view.height, drawing.height) };
}
