import { describe, expect, test } from 'vitest';
import { mailAddresses, primaryAddresses } from '../../src/loaders/proxy-addresses.ts';

test.each<[string, string[]]>([
  ['SMTP:a@example.com', ['a@example.com']],
  ['smtp:b@example.com;SMTP:a@example.com', ['a@example.com']],
  ['SMTP:a@example.com+smtp:b@example.com', ['a@example.com']],
  ['SMTP:a+tag@example.com+smtp:b@example.com', ['a+tag@example.com']],
  ['smtp:b@example.com, SMTP:a@example.com', ['a@example.com']],
  ['SIP:a@example.com SMTP:A@example.com X500:/o=Example/cn=a', ['A@example.com']],
  ['smtp:b@example.com', []],
  ['SMTP:a@example.com;SMTP:b@example.com', ['a@example.com', 'b@example.com']],
  ['["smtp:b@example.com","SMTP:a@example.com"]', ['a@example.com']],
  ["['smtp:b@example.com', 'SMTP:a@example.com']", ['a@example.com']],
  ['smtp:b@example.com/SMTP:a@example.com', ['a@example.com']],
  ['SIP:a@example.com', []],
  ['X400:c=US;a= ;p=Example', []],
  ['a@example.com', []],
  ['{smtp:b@example.com, SMTP:a@example.com}', ['a@example.com']],
  ['SMTP:a@example.com|smtp:b@example.com', ['a@example.com']],
  ['', []],
])('the primary addresses of %j: %j', (list, primary) => {
  expect(primaryAddresses(list)).toEqual(primary);
});

describe('the mail addresses of a list', () => {
  test.each<[string, string[]]>([
    // Microsoft 365 joins by +, which may also stand inside an address.
    ['SMTP:a+tag@example.com+smtp:b@example.com+SIP:a@example.com', ['a+tag@example.com', 'b@example.com']],
    ['smtp:b@example.com;SMTP:a@example.com', ['b@example.com', 'a@example.com']],
    ['smtp:b@example.com,SMTP:a@example.com', ['b@example.com', 'a@example.com']],
    [
      'a@example.com; b@example.com,c@example.com d@example.com|e@example.com',
      [...'abcde'].map((x) => `${x}@example.com`),
    ],
    ['a@example.com\nb@example.com', ['a@example.com', 'b@example.com']],
    ['{smtp:a@example.com, SMTP:b@example.com}', ['a@example.com', 'b@example.com']],
    ['smtp:a@example.com;b@example.com', ['a@example.com', 'b@example.com']],
    ['a+b@example.com', ['a+b@example.com']],
    // No mail, although the entries of X400 and X500 have separators, and SIP an address.
    ['X400:c=US;a= ;p=Example;o=Exchange;s=A;;SMTP:a@example.com', ['a@example.com']],
    ['X500:/o=Example/ou=First Group/cn=a@example.com;smtp:a@example.com', ['a@example.com']],
    ['SIP:a@example.com;EUM:+1555;eum:a@example.com;=EX:/o=Example;x@example.com', []],
    ['jdoe', []],
    ['2', []],
    ['', []],
    ['a@example.com.test-google-a.com;a@example.com.TEST-GOOGLE-A.COM', []],
    ['a@test-google-a.example.com', ['a@test-google-a.example.com']],
  ])('%j', (list, addresses) => {
    expect(mailAddresses(list)).toEqual(addresses);
  });
});
