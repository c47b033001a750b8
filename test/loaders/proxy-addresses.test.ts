import { expect, test } from 'vitest';
import { primaryAddress } from '../../src/loaders/proxy-addresses.ts';

test.each([
  ['SMTP:a@example.com', 'a@example.com'],
  ['smtp:b@example.com;SMTP:a@example.com', 'a@example.com'],
  ['SMTP:a@example.com+smtp:b@example.com', 'a@example.com'],
  ['SMTP:a+tag@example.com+smtp:b@example.com', 'a+tag@example.com'],
  ['smtp:b@example.com, SMTP:a@example.com', 'a@example.com'],
  ['SIP:a@example.com SMTP:A@example.com X500:/o=Example/cn=a', 'A@example.com'],
  ['smtp:b@example.com', null],
  ['SMTP:a@example.com;SMTP:b@example.com', null],
  ['SIP:a@example.com', null],
  ['X400:c=US;a= ;p=Example', null],
  ['a@example.com', null],
  ['', null],
])('%j: %j', (list, primary) => {
  expect(primaryAddress(list)).toBe(primary);
});
