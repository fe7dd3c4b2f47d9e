import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { desk, listenForErrors, open } from "../support/browser.ts";
import { Stage } from "../support/story.ts";

const stage = new Stage();
let page: Page;

test("from the page of a subdistrict somebody comes to what it knows of itself", async () => {
  page = await stage.guest();
  const errors = listenForErrors(page);
  await open(page, "/areas/710911");
  await page.getByRole("link", { name: "รู้ตัวตน: ตัวเลขของที่นี่" }).click();
  await page
    .getByRole("heading", { name: "รู้ตัวตน ตำบลหนองสาหร่าย", level: 1 })
    .waitFor();
  const saving = page
    .getByRole("article")
    .filter({ has: page.getByRole("link", { name: "ออมทุกเดือน" }) });
  await saving.getByText("รายงานแล้ว 8 จาก 9 แห่ง").waitFor();
  await saving.getByText("ดีขึ้น", { exact: true }).waitFor();
  await saving.getByText("ยังห่างเป้า").waitFor();
  await saving.getByRole("link", { name: "ตำบลดอนเจดีย์" }).waitFor();
  assert.deepEqual(errors, []);
});

test("its villages stand side by side: missing, not asked, not applicable, hidden and zero look different", async () => {
  const table = page
    .getByRole("region", { name: "แยกตามพื้นที่ข้างใน" })
    .getByRole("table");
  await table.waitFor();
  for (const why of ["ไม่มีข้อมูล", "ไม่ได้ถาม", "ไม่เกี่ยว", "ซ่อนไว้"])
    await table.getByText(why).first().waitFor();
  await table.getByRole("link", { name: "0.0", exact: true }).waitFor();
});

test("a number opens to what it is made of, who is missing by name, and who brought it in", async () => {
  const saving = page
    .getByRole("article")
    .filter({ has: page.getByRole("link", { name: "ออมทุกเดือน" }) });
  await saving.getByRole("link", { name: /^ร้อยละ/ }).click();
  await page
    .getByRole("heading", { name: "ครอบครัวที่ออมเงินทุกเดือน", level: 1 })
    .waitFor();
  const whole = page.getByRole("region", { name: "ครบแค่ไหน" });
  await whole.getByRole("link", { name: "หมู่ 7 บ้านหนองแหน" }).waitFor();
  await page
    .getByRole("region", { name: "ใครบันทึก เมื่อไร" })
    .getByText("ตัวเลขสมมุติของข้อมูลตัวอย่าง")
    .waitFor();
  await page.getByText("อย่างน้อยเดือนละ 50 บาท").waitFor();
  await page.getByRole("link", { name: "พ.ศ. 2566", exact: true }).click();
  await page.getByText("อย่างน้อยเดือนละ 20 บาท").waitFor();
});

test("one sheet for the hall is chosen and opened as PDF", async () => {
  const officer = await stage.guest(desk);
  await open(officer, "/areas/710911/situation");
  await officer.getByRole("link", { name: "แผ่นเดียวติดศาลา" }).click();
  await officer.getByRole("checkbox", { name: /ออมทุกเดือน/ }).check();
  const file = await officer
    .getByRole("link", { name: "เปิดแผ่น PDF" })
    .getAttribute("href");
  assert.match(file!, /indicators=saving_monthly$/);
  const reply = await officer.request.get(file!);
  assert.equal(reply.headers()["content-type"], "application/pdf");
  assert.equal((await reply.body()).subarray(0, 5).toString(), "%PDF-");
});

test("a sheet of more in smaller letters stands in its address, and is the same for whom it is sent to", async () => {
  const officer = await stage.guest(desk);
  await open(officer, "/areas/710911/situation/sheet");
  await officer.getByRole("button", { name: /^กลาง/ }).click();
  await officer.getByRole("checkbox", { name: /ออมทุกเดือน/ }).check();
  await officer.getByRole("checkbox", { checked: false }).first().check();
  await officer.getByText("เลือกแล้ว 2 ข้อ ลงได้ 9 ข้อ").waitFor();
  assert.match(officer.url(), /letters=near&indicators=saving_monthly,\w+$/);

  const other = await stage.guest(desk);
  await open(other, officer.url());
  assert.equal(await other.getByRole("checkbox", { checked: true }).count(), 2);
  await other.getByRole("button", { name: /^เล็ก/ }).click();
  const file = await other
    .getByRole("link", { name: "เปิดแผ่น PDF" })
    .getAttribute("href");
  assert.match(file!, /letters=hand&indicators=saving_monthly,/);
  const reply = await other.request.get(file!);
  assert.equal((await reply.body()).subarray(0, 5).toString(), "%PDF-");
  const wrong = await other.request.get(
    "/api/areas/710911/situation/sheet.pdf?letters=huge",
  );
  assert.equal(wrong.status(), 422);
});
