// The river as the page draws it: stones side by side at each step, each with the words that led onward from it.
import * as say from '#say';
import { api, ask } from '#lib/api.ts';
import type { Flow, Link, River, Stone } from './types.ts';

export type Step = { step: number; stones: (Stone & { says: Said[] })[] };
type Said = { quote: string; flow: string };

/** Read as "this stone … the next". */
const flows: Record<Flow, () => string> = {
  led_to: say.trace_led_to,
  became: say.trace_became,
  part_of: say.trace_part_of,
  answered_by: say.trace_answered_by,
  adapted_into: say.trace_adapted_into,
  evidence_of: say.trace_evidence_of,
};

const said = (link: Link): Said => ({ quote: link.quote || link.note, flow: flows[link.flow]() });

export function stepsOf(river: River): Step[] {
  const steps = new Map<number, Step>();
  for (const stone of river.stones) {
    const step = steps.get(stone.step) ?? { step: stone.step, stones: [] };
    const says = river.links.filter((link) => link.up_id === stone.record).map(said);
    // The same words may flow into many things; they are said once.
    const once = says.filter((one, i) => says.findIndex((other) => other.quote === one.quote && other.flow === one.flow) === i);
    step.stones.push({ ...stone, says: once });
    steps.set(stone.step, step);
  }
  return [...steps.values()].sort((a, b) => a.step - b.step);
}

export const loadRiver = (record: number): Promise<River> => ask(api.GET('/api/records/{record}/river', { params: { path: { record } } }));

const patience = 1000; // milliseconds

/**
 * For the load function of a page on which other things stand below the river: it has come, so that nothing jumps aside for it, or has
 * been waited for long enough. A page is whole without its river.
 */
export async function riverSoon(record: number): Promise<{ river: Promise<River> }> {
  const river = loadRiver(record);
  await Promise.race([river.catch(() => undefined), new Promise((done) => setTimeout(done, patience))]);
  return { river };
}

export const loadAreaRiver = (area: number): Promise<River> => ask(api.GET('/api/river', { params: { query: { area } } }));
