// Calendar files read by a parser that nobody here wrote.
import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';

/** What stands in the file: lines of at most 75 bytes, none cut within a letter. */
export async function calendarOf(page: Page, path: string): Promise<ICAL.Component> {
  const reply = await page.request.get(path);
  assert.equal(reply.status(), 200, path);
  assert.match(reply.headers()['content-type']!, /^text\/calendar; charset=utf-8/);
  const bytes = await reply.body();
  for (const line of bytes.toString('latin1').split('\r\n')) {
    assert.ok(line.length <= 75, 'a line is at most 75 bytes long');
    new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(line, 'latin1'));
  }
  return new ICAL.Component(ICAL.parse(bytes.toString('utf8')));
}

export async function eventsOf(page: Page, path: string): Promise<ICAL.Event[]> {
  const calendar = await calendarOf(page, path);
  assert.equal(calendar.getFirstSubcomponent('vtimezone')!.getFirstPropertyValue('tzid'), 'Asia/Bangkok');
  ICAL.TimezoneService.register(calendar.getFirstSubcomponent('vtimezone')!);
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}
