// A trend as a line: where its points stand in a picture of this size.
export type Spot = { x: number; y: number };

/** Heights between the lowest and the highest of the values and of what is aimed at; a trend that never moved runs through the middle. */
export function spots(
  values: number[],
  size: { width: number; height: number; edge: number },
  aims: number[] = [],
): { line: Spot[]; aims: number[] } {
  const all = [...values, ...aims];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = size.height - 2 * size.edge;
  const y = (value: number) => (high === low ? size.height / 2 : size.edge + room * (1 - (value - low) / (high - low)));
  const step = values.length > 1 ? (size.width - 2 * size.edge) / (values.length - 1) : 0;
  return { line: values.map((value, i) => ({ x: size.edge + step * i, y: y(value) })), aims: aims.map(y) };
}
