import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { desk, listenForErrors, open, phone } from "../support/browser.ts";
import { Stage } from "../support/story.ts";

const stage = new Stage();
const report = "/indicators/sets/bmn_2560/report?area=71";
const rows = (page: Page) =>
  page
    .getByRole("region", { name: "จังหวัดกาญจนบุรี" })
    .locator("tbody tr")
    .filter({ has: page.locator("th[scope=row]") });
const vaccinated = /^3\. เด็กแรกเกิดถึง 12 ปี ได้รับวัคซีน/;

let page: Page;

test("an officer of a province opens its official report: thirty-one rows, each with who passes and who does not", async () => {
  page = await stage.guest(desk);
  const errors = listenForErrors(page);
  await open(page, "/indicators/sets/bmn_2560");
  await open(page, report);
  await page
    .getByRole("heading", { name: /ข้อมูลความจำเป็นพื้นฐาน \(จปฐ\.\)/, level: 1 })
    .waitFor();
  await rows(page).first().waitFor();
  const told = await rows(page).evaluateAll((all) =>
    all.map((row) =>
      [...row.querySelectorAll("td")]
        .slice(1)
        .map((cell) => cell.textContent?.trim() ?? ""),
    ),
  );
  assert.equal(told.length, 31);
  for (const cells of told) {
    const [surveyed, passed, , failed] = cells.map((cell) =>
      Number(cell.replaceAll(",", "")),
    );
    assert.equal(cells.length, 5, cells.join(" "));
    assert.ok(surveyed! > 1000, cells.join(" "));
    assert.equal(passed! + failed!, surveyed);
  }
  assert.deepEqual(errors, []);
});

test("where rounding prints 100.00 one child is still without, and nothing on the page says that all have", async () => {
  const row = rows(page).filter({ hasText: "ได้รับวัคซีนป้องกันโรคครบ" });
  assert.match(await row.getByRole("rowheader").innerText(), vaccinated);
  const cells = await row.getByRole("cell").allInnerTexts();
  assert.deepEqual(cells.slice(3), ["100.00", "1", "0.00"]);
  assert.notEqual(cells[1], cells[2], "not as many pass as were asked");
  assert.doesNotMatch(
    await page.getByRole("main").innerText(),
    /ครบทุกคน|ทุกคนผ่าน|ผ่านทั้งหมด/,
  );
});

test("the year before is chosen, and what lies inside stands under it", async () => {
  await page.getByLabel("ช่วงเวลา").selectOption({ label: "พ.ศ. 2563" });
  await page.waitForURL(/period=2020/);
  await page.getByText("พ.ศ. 2563").first().waitFor();
  await open(page, "/indicators/sets/bmn_2560/report?area=710911&inside=true");
  await page
    .getByRole("region", { name: "หมู่ 4 บ้านหนองขุย" })
    .getByText("ไม่แสดง เพราะจำนวนคนน้อยเกินไป")
    .first()
    .waitFor();
  await page
    .getByRole("region", { name: "ตำบลหนองสาหร่าย" })
    .getByRole("link", { name: "ครอบครัวมีความอบอุ่น" })
    .waitFor();
  const table = await page.request.get(
    "/api/indicator-sets/bmn_2560/report/table.csv?area=71",
  );
  assert.match(await table.text(), /,100\.00,1,0\.00,/);
});

test("a number of a group leads to the page of its figure, where the groups stand beside each other", async () => {
  const reader = await stage.guest(phone);
  const errors = listenForErrors(reader);
  await open(reader, "/dashboards/1");
  const women = reader.getByRole("region", { name: "ผู้หญิงที่ต้องพึ่งคนอื่น มีคนดูแล" });
  await women.scrollIntoViewIfNeeded();
  const said = await women.getByRole("link", { name: /^ร้อยละ/ }).innerText();
  await women.getByRole("link", { name: /^ร้อยละ/ }).click();
  await reader
    .getByRole("heading", { name: "เด็กเล็ก ผู้สูงอายุ และผู้พิการที่มีคนดูแล", level: 1 })
    .waitFor();
  const groups = reader.getByRole("region", { name: /^แยกตามกลุ่ม/ });
  await groups
    .getByRole("row")
    .filter({ hasText: "หญิง" })
    .getByText(said, { exact: true })
    .waitFor();
  assert.deepEqual(errors, []);
});

test("the ladder of a goal on a dashboard has its table and its files", async () => {
  const reader = await stage.guest(desk);
  await open(reader, "/dashboards/1");
  const ladder = reader.getByRole("region", { name: "หนองสาหร่ายออมทุกบ้าน" });
  await ladder.scrollIntoViewIfNeeded();
  await ladder.getByText("ดูตาราง บันทึกภาพ").click();
  await ladder.getByRole("table").getByText("ร้อยละ 85.0").waitFor();
  for (const format of ["CSV", "XLSX", "SVG", "PNG"])
    await ladder.getByRole("button", { name: format }).waitFor();
});
