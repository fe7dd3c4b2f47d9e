// Shoots every page in two sizes and two languages into build/screenshots, for people to look at. `--dark` and `--large` shoot those looks.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { desk, nameOf, open, openBrowser, screens, signIn, sitDown, turn, type Screen } from './support/browser.ts';
import { pagesOf } from './support/pages.ts';
import { facilitator } from './support/people.ts';
import { Lomwong } from './support/server.ts';

const folder = resolve(import.meta.dirname, '../../build/screenshots');
const theme = process.argv.includes('--dark') ? 'dark' : 'light';
const large = process.argv.includes('--large');
const first: Screen = large ? { ...desk, text: 'large' } : desk;
mkdirSync(folder, { recursive: true });

const server = await Lomwong.start();
const browser = await openBrowser();
const contexts = { guest: await sitDown(browser, server, first), facilitator: await sitDown(browser, server, first) };
await signIn(contexts.facilitator, facilitator);

const pages = await pagesOf(server);
let shot = 0;
for (const { name, path, as } of pages) {
  const page = await contexts[as].newPage();
  await open(page, path);
  for (const screen of screens.filter((one) => one.theme === theme)) {
    await turn(page, screen);
    await page.screenshot({ path: `${folder}/${name}-${nameOf(screen)}${large ? '-large' : ''}.png` });
    shot++;
  }
  await page.close();
}
await browser.close();
await server.stop();
console.log(`screenshots: ${shot} of ${pages.length} pages in ${folder}`);
