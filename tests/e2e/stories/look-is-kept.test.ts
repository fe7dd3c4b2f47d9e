import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { desk, open } from '../support/browser.ts';
import { Stage } from '../support/story.ts';

const stage = new Stage();

const look = (page: Page) =>
  page.evaluate(() => {
    const { lang, dataset } = document.documentElement;
    return { lang, theme: dataset['theme'], text: dataset['text'], paper: getComputedStyle(document.documentElement).backgroundColor };
  });

test('the language, larger letters and dark colours that somebody chose are there on every page, also before any script has run', async () => {
  const page = await stage.guest(desk);
  await open(page, '/circles');
  const before = await look(page);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Dark' }).click();
  await page.getByRole('button', { name: 'Larger text' }).click();
  await page.getByRole('heading', { level: 1, name: 'Circles' }).waitFor();
  const chosen = await look(page);
  assert.deepEqual([chosen.lang, chosen.theme, chosen.text], ['en', 'dark', 'large']);
  assert.notEqual(chosen.paper, before.paper);

  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Circles' }).waitFor();
  assert.deepEqual(await look(page), chosen);

  // The app itself is held back: only what stands in the head has run.
  await page.route('**/_app/**/*.js', (route) => route.abort());
  await page.goto('/knowledge');
  assert.deepEqual(await look(page), chosen);
});

test('a phone has the same choices under everything', async () => {
  const page = await stage.guest();
  await open(page, '/all');
  await page.getByRole('button', { name: 'ขยายตัวอักษร' }).click();
  await page.getByRole('button', { name: 'มืด' }).click();
  await open(page, '/knowledge');
  const { theme, text } = await look(page);
  assert.deepEqual([theme, text], ['dark', 'large']);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
});
