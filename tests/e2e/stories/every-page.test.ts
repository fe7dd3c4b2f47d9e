import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { everyRule, rulesOfColour, violations } from '../support/axe.ts';
import { desk, listenForErrors, nameOf, open, screens, signIn, sitDown, turn, type Screen } from '../support/browser.ts';
import { pagesOf, type Shown } from '../support/pages.ts';
import { facilitator } from '../support/people.ts';
import { Stage } from '../support/story.ts';

const stage = new Stage();

/** A missing page is answered with 404, which the browser writes into its console. */
const isExpected = (error: string, name: string) => name === 'missing' && error.includes('404');

async function faultsIn(page: Page, screen: Screen): Promise<string[]> {
  await turn(page, screen);
  const faults = await violations(page, screen.theme === 'light' ? everyRule : rulesOfColour);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wider > 0) faults.push(`${wider} px wider than the screen`);
  return faults.map((fault) => `${nameOf(screen)}: ${fault}`);
}

async function isWithoutFault(page: Page, { name, path }: Shown): Promise<void> {
  const errors = listenForErrors(page);
  await open(page, path);
  const faults: string[] = [];
  for (const screen of screens) faults.push(...(await faultsIn(page, screen)));
  assert.deepEqual([...faults, ...errors.filter((error) => !isExpected(error, name))], []);
}

// Two at a time: while one page is being loaded, the rules run in the other.
test('every page in all eight looks: no barrier, nothing wider than the screen, no error', { concurrency: 2 }, async (walk) => {
  const contexts = { guest: await sitDown(stage.browser, stage.server, desk), facilitator: await sitDown(stage.browser, stage.server, desk) };
  await signIn(contexts.facilitator, facilitator);
  const visit = async (shown: Shown) => {
    const page = await contexts[shown.as].newPage();
    await isWithoutFault(page, shown).finally(() => page.close());
  };
  await Promise.all((await pagesOf(stage.server)).map((shown) => walk.test(shown.name, () => visit(shown))));
});
