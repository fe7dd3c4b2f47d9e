// The accessibility rules of axe-core (WCAG 2.2 A and AA, and its best practices), run inside the page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Violation = { id: string; help: string; nodes: { target: string[]; failureSummary: string }[] };
type Rules = { type: 'tag' | 'rule'; values: string[] };

export const everyRule: Rules = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
/** What can differ between the light and the dark look of one and the same page. */
export const rulesOfColour: Rules = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

export async function violations(page: Page, rules: Rules): Promise<string[]> {
  // Evaluated by the debugger, so the page's own Content-Security-Policy does not stand in the way.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const found = await page.evaluate(async (runOnly) => {
    const axe = (globalThis as unknown as { axe: { run: (root: Document, options: object) => Promise<{ violations: unknown }> } }).axe;
    return (await axe.run(document, { runOnly, resultTypes: ['violations'] })).violations;
  }, rules);
  return (found as Violation[]).flatMap((one) => one.nodes.map((node) => `${one.id}: ${one.help} at ${node.target.join(' ')} — ${node.failureSummary}`));
}
