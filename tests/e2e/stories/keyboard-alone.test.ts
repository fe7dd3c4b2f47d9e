import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, open } from '../support/browser.ts';
import { pagesOf } from '../support/pages.ts';
import { facilitator, officer, section } from '../support/people.ts';
import { choose, organisationCalled, Stage } from '../support/story.ts';

const stage = new Stage();

/** Where the focus is, and whether it can be seen there. */
const focused = () => {
  const element = document.activeElement as HTMLElement;
  const outlined = (one: Element) => {
    const { outlineStyle, outlineColor } = getComputedStyle(one);
    return outlineStyle !== 'none' && outlineColor !== 'rgba(0, 0, 0, 0)';
  };
  return {
    key: element.outerHTML.slice(0, 160),
    text: (element.textContent ?? '').trim(),
    isBody: element === document.body,
    isSeen: outlined(element) || outlined(element.closest('form') ?? element) || element.closest('svg')?.querySelector('.ring.focus') != null,
  };
};

/** A place with thirty-one indicators and nine villages has a link at each number. */
const most = 1_000;

test('every page is walked with the Tab key alone: nothing holds the focus, and it can be seen', async () => {
  const page = await stage.person(facilitator, desk);
  for (const { name, path } of await pagesOf(stage.server)) {
    await open(page, path);
    let steps = 0;
    for (; steps < most; steps++) {
      await page.keyboard.press('Tab');
      const now = await page.evaluate(focused);
      if (now.isBody && steps > 0) break;
      assert.ok(now.isSeen, `${name}: the focus cannot be seen on ${now.key}`);
    }
    assert.ok(steps < most, `${name}: the focus never leaves the page`);
  }
});

test('the first Tab offers to skip to the content, "/" goes to the search field, Escape closes the sheet and gives the focus back', async () => {
  const page = await stage.guest(desk);
  await open(page, '/circles');
  await page.keyboard.press('Tab');
  assert.equal((await page.evaluate(focused)).text, 'ข้ามไปเนื้อหา');
  await page.keyboard.press('Enter');
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => (document.activeElement as HTMLInputElement).name), 'q');
  await page.getByRole('button', { name: 'บันทึกใหม่' }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'วันนี้จะบันทึกอะไร' }).waitFor();
  await page.keyboard.press('Escape');
  assert.equal((await page.evaluate(focused)).text, 'บันทึกใหม่');
});

test('the language is switched in place: what was typed and where one was stay as they are', async () => {
  const page = await stage.person(facilitator, desk);
  await open(page, '/circles/new');
  await page.getByLabel('ชื่อวง').fill('วงน้ำชาริมคลอง');
  await page.getByRole('button', { name: 'English' }).first().click();
  assert.equal(await page.getByLabel('Name of the circle').inputValue(), 'วงน้ำชาริมคลอง');
  assert.equal(new URL(page.url()).pathname, '/circles/new');
});

test('who writes down a member with the keyboard goes on where they were, also when the line is gone', async () => {
  const page = await stage.person(officer, desk);
  await open(page, (await organisationCalled(page, section)).address);
  const members = page.getByRole('region', { name: 'คนในองค์กร' });
  const count = await members.getByRole('listitem').count();
  const add = members.getByRole('button', { name: 'เพิ่มคน' });
  const dialog = page.getByRole('dialog');
  await add.press('Enter');
  await choose(page, 'ใคร', 'เพียร จดช้า');
  await dialog.getByRole('button', { name: 'บันทึก' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  assert.equal(await members.getByRole('listitem').count(), count + 1);
  assert.ok(await add.evaluate((one) => one === document.activeElement), 'after adding');

  const edit = members.getByRole('button', { name: 'แก้ไข เพียร จดช้า' });
  await edit.press('Enter');
  await dialog.getByRole('button', { name: 'บันทึก' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  assert.ok(await edit.evaluate((one) => one === document.activeElement), 'after editing');
  await edit.press('Enter');
  await dialog.getByRole('button', { name: 'นำออกจากรายชื่อ' }).press('Enter');
  await edit.waitFor({ state: 'detached' });
  assert.ok(await add.evaluate((one) => one === document.activeElement), 'after taking off');
});
