// Persons of the tests, made through the command line, as an office makes its first ones.
export type Person = { login: string; name: string; password: string };

export const facilitator: Person = { login: 'facilitator', name: 'กช ใจเย็น', password: 'ล้อมวงกันทุกวันพุธ' };
export const noteTaker: Person = { login: 'notetaker', name: 'ลิขิต จดทัน', password: 'จดให้ทันคนพูดนะครับ' };
/** Comes with the example: steward of a city's knowledge management section. */
export const officer: Person = { login: 'kotchakorn', name: 'กชกร ธารทอง', password: 'lomwong-demo' };
/** Comes with the example: runs the house, and works with everybody in it. */
export const administrator: Person = { login: 'admin', name: 'ผู้ดูแลระบบ (ตัวอย่าง)', password: 'lomwong-demo' };
export const section = 'งานจัดการความรู้';
/** Not known here yet. */
export const newcomer: Person = { login: 'newcomer', name: 'อ้อย เพิ่งมา', password: 'วันแรกของการทำงาน' };

export const people = [facilitator, noteTaker];
