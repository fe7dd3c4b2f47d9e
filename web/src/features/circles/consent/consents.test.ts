import { expect, it } from 'vitest';
import { emptyConsent, lacks, writeOf } from './consents.ts';

const yes = { ...emptyConsent(), subject: 'point 7', giver: 'ยายสมมติ', witness: 'หลานสมมติ' };
const subject = { key: 'point 7', name: 'คำหนึ่ง', about: { point: 7 }, giver: '', minor: false };

it('a spoken yes needs a witness, a signature what was signed, a minor a guardian', () => {
  expect(lacks(yes)).toBe(false);
  expect(lacks({ ...yes, witness: '' })).toBe(true);
  expect(lacks({ ...yes, way: 'signature', witness: '' })).toBe(true);
  expect(lacks({ ...yes, way: 'signature', witness: '', proof: new Blob(['x']) })).toBe(false);
  expect(lacks({ ...yes, minor: true })).toBe(true);
});

it('an adult has no guardian, whatever was typed before the box was cleared', () => {
  const write = writeOf(43, { ...yes, guardian: 'แม่สมมติ' }, subject, 2);
  expect(write.body).toEqual({ point: 7, consent: 'named', giver: 'ยายสมมติ', way: 'spoken', words: 2, witness: 'หลานสมมติ' });
});

it('what shows it goes up first, and the consent is told its number', () => {
  const write = writeOf(43, { ...yes, way: 'thumbprint', proof: new Blob(['x']) }, subject, 2);
  expect([write.path, write.then?.path]).toEqual(['/api/files', '/api/sessions/43/consents']);
  expect(write.then?.body).toMatchObject({ proof: '$file', way: 'thumbprint' });
});

it('that all who are seen have agreed is said of a photo that may leave the circle', () => {
  const photo = { ...subject, key: 'photo 9', about: { photo: 9 } };
  const all = { ...yes, everybody: true };
  expect(writeOf(43, all, photo, 2).body).toMatchObject({ photo: 9, everybody: true });
  expect(writeOf(43, { ...all, consent: 'circle' }, photo, 2).body).not.toHaveProperty('everybody');
  expect(writeOf(43, all, subject, 2).body).not.toHaveProperty('everybody');
});
