import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { desk, listenForErrors, open } from "../support/browser.ts";
import { administrator, type Person } from "../support/people.ts";
import { choose, comeTo, Stage } from "../support/story.ts";

const stage = new Stage();
/** Comes with the example: secretary of a council. */
const secretary: Person = {
  login: "rattana",
  name: "รัตนา บางโตนด",
  password: "lomwong-demo",
};
const council = "สภาองค์กรชุมชนตำบลบ้านเลือก";

let page: Page;

const card = (title: string) =>
  page.getByRole("region", { name: title, exact: true });
const field = (label: string) =>
  page.getByLabel(label, { exact: false }).first();

test("an indicator of one’s own says why it is measured, how, and who looks at it", async () => {
  page = await stage.person(secretary, desk);
  const errors = listenForErrors(page);
  await open(page, "/indicators");
  await page.getByRole("link", { name: "เพิ่มตัวชี้วัด" }).click();
  await choose(page, "องค์กรเจ้าของ", council);
  await field("ชื่อตัวชี้วัด").fill("บ้านที่ปลอดหนี้นอกระบบ");
  await field("รหัส").fill("ปลอดหนี้");
  await field("ทำไมต้องวัด").fill("หนี้ทำให้ครอบครัวแตก");
  await field("เกณฑ์").fill("ไม่มีหนี้กับนายทุนนอกระบบ");
  await field("ใครดูด้วยกัน").fill("เวทีตำบล");
  await page.getByRole("button", { name: "บันทึกตัวชี้วัด" }).click();
  await page
    .getByRole("heading", { name: "บ้านที่ปลอดหนี้นอกระบบ", level: 1 })
    .waitFor();
  await card("วัดอะไร ทำไม").getByText("หนี้ทำให้ครอบครัวแตก").waitFor();
  await card("นับอย่างไร").getByText("ไม่มีหนี้กับนายทุนนอกระบบ").waitFor();
  assert.deepEqual(errors, []);
});

test("when its rule changes, what it was stays beside it", async () => {
  await page.getByRole("link", { name: "แก้ความหมาย" }).click();
  await field("ผ่านเมื่อ").fill("ไม่มีหนี้ตลอดปี");
  await field("ใช้ความหมายนี้ตั้งแต่ปี").fill("2575");
  await field("เปลี่ยนอะไร เพราะอะไร").fill("บางบ้านกู้เฉพาะหน้าแล้ง");
  await page.getByRole("button", { name: "บันทึกตัวชี้วัด" }).click();
  await page.getByRole("link", { name: "แก้ความหมาย" }).waitFor();
  // Far down a page code comes when a reader comes there.
  const versions = card("ฉบับที่ผ่านมา");
  await comeTo(page.locator(".body > div").last(), versions);
  await versions.getByText("บางบ้านกู้เฉพาะหน้าแล้ง").waitFor();
  await versions.getByText("ไม่มีหนี้ตลอดปี").waitFor();
  assert.equal(await versions.getByRole("listitem").count(), 2);
});

test("a place makes a set its own, names its groups, and adds what it measures", async () => {
  await open(page, "/indicators/sets/village_happiness");
  await page.getByRole("link", { name: "ใช้ชุดนี้ในพื้นที่ของเรา" }).click();
  await choose(page, "องค์กรเจ้าของ", council);
  await choose(page, "พื้นที่ของเรา", "บ้านเลือก");
  await field("ชื่อที่เราเรียก").fill("ความดีของคนบ้านเลือก");
  await page
    .getByLabel("1. ชื่อหมวดที่เราเรียก", { exact: false })
    .fill("แข็งแรงไปด้วยกัน");
  await page
    .getByRole("combobox", { name: "เพิ่มตัวชี้วัดในหมวดนี้" })
    .nth(1)
    .fill("ปลอดหนี้");
  await page.getByRole("option", { name: "บ้านที่ปลอดหนี้นอกระบบ" }).click();
  await page.getByRole("button", { name: "บันทึกชุด" }).click();
  await page
    .getByRole("heading", { name: "ความดีของคนบ้านเลือก", level: 1 })
    .waitFor();
  await card("แข็งแรงไปด้วยกัน").getByText("ชุดกลางเรียกว่า สุขภาวะ").waitFor();
  await card("เศรษฐกิจชุมชนเข้มแข็งและเป็นธรรม").getByText("ข้อของเรา").waitFor();
  assert.equal(
    await page.getByText("ข้อกลาง", { exact: true }).count(),
    6,
    "the core stays whole",
  );
});

test("the shared set tells what it is called, and where", async () => {
  const other = await stage.person(administrator, desk);
  await open(other, "/indicators/sets/village_happiness");
  const where = other.getByRole("region", { name: "เรียกว่าอะไร ที่ไหนบ้าง" });
  await where.getByRole("link", { name: "ความดีของคนบ้านเลือก" }).waitFor();
  await open(other, "/indicators?text=" + encodeURIComponent("นอกระบบ"));
  await other.getByRole("link", { name: "บ้านที่ปลอดหนี้นอกระบบ" }).waitFor();
});
