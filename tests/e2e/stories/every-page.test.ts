import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from '../support/axe.ts';
import { listenForErrors, nameOf, open, screens, signIn, sitDown } from '../support/browser.ts';
import { pagesOf } from '../support/pages.ts';
import { facilitator } from '../support/people.ts';
import { Stage } from '../support/story.ts';

const stage = new Stage();

/** A missing page is answered with 404, which the browser writes into its console. */
const isExpected = (error: string, name: string) => name === 'missing' && error.includes('404');

for (const screen of screens) {
  test(`every page, ${nameOf(screen)}: no barrier, nothing wider than the screen, no error`, async () => {
    const found: string[] = [];
    const guest = await sitDown(stage.browser, stage.server, screen);
    const person = await sitDown(stage.browser, stage.server, screen);
    await signIn(person, facilitator);
    for (const { name, path, as } of await pagesOf(stage.server)) {
      const page = await (as === 'guest' ? guest : person).newPage();
      const errors = listenForErrors(page);
      await open(page, path);
      found.push(...(await violations(page)).map((violation) => `${name}: ${violation}`));
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wider > 0) found.push(`${name}: ${wider} px wider than the screen`);
      found.push(...errors.filter((error) => !isExpected(error, name)).map((error) => `${name}: ${error}`));
      await page.close();
    }
    await Promise.all([guest.close(), person.close()]);
    assert.deepEqual(found, []);
  });
}
