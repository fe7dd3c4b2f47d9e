/** A fresh Idempotency-Key. A page that came over plain http, as in an office without a certificate, has no `crypto.randomUUID`. */
export const freshKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
