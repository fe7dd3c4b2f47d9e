// Persons of the tests, made through the command line, as an office makes its first ones.
import type { BrowserContext } from 'playwright-core';
import type { Lomwong } from './server.ts';

export const facilitator = { login: 'facilitator', password: 'ล้อมวงกันทุกวันพุธ' };
