import { expect, test } from 'vitest';
import { isMailbox } from '../../src/email/mailbox.ts';

test.each([
  'alice@example.com',
  'a@b',
  'zoë@bücher.example',
  '用户@例え.example',
  'alice_partner.example#EXT#@tenant.onmicrosoft.com',
  'alice+tag@example.com',
  "o'brien@example.com",
  'alice@example.com ',
  'alice\u200B@example.com',
  'alice@[IPv6:2001:db8::1]',
])('%j may be one', (value) => {
  expect(isMailbox(value)).toBe(true);
});

test.each([
  '',
  '@',
  'alice',
  'alice@',
  '@example.com',
  'alice@@example.com',
  'alice@home@example.com',
  'alice＠example.com',
  'alice@example.com\r',
  'alice@example.com\n',
  'ali\u0000ce@example.com',
  'ali\tce@example.com',
  'alice\u007F@example.com',
  'alice\u0085@example.com',
])('%j is none', (value) => {
  expect(isMailbox(value)).toBe(false);
});
