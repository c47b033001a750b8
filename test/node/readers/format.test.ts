import { describe, expect, test } from 'vitest';
import { detectFormat } from '../../../src/node/readers/format.ts';

describe('a file begins like', () => {
  test.each([
    '[{"email":"a"}]',
    '{"value":[]}',
    '{\r\n  "value": []',
    '\n \t[\n{',
    '\uFEFF[]',
    '{}',
    '[',
    '{',
    '[null,{"a":1}]',
    '["a"]',
    '[[{"a":1}]]',
    "{'email':'a'}",
    '{email:"a"}',
    '[{broken',
  ])('JSON: %j', (text) => {
    expect(detectFormat(text)).toBe('json');
  });

  test.each([
    'version: 1\n\ndn: cn=a\n',
    'version:1\r\ndn: cn=a\r\n',
    'dn: cn=a,dc=example\nmail: a\n',
    'dn:cn=a\r',
    'dn:: Y249YQ==\n',
    'DN: cn=a\n',
    '\uFEFFdn: cn=a\n',
    '\n\r\ndn: cn=a\n',
    '# a comment\n# that is\n  folded\n\ndn: cn=a\n',
    '# extended LDIF\n#\n# LDAPv3\n# search result\nsearch: 2\nresult: 0 Success\n',
  ])('LDIF: %j', (text) => {
    expect(detectFormat(text)).toBe('ldif');
  });

  test.each([
    '',
    'email,name\n',
    'dn,mail\n"cn=a",a\n',
    'DN,objectClass,mail\n',
    '"dn: cn=a",mail\n',
    'version:v1.0\nemail,name\n',
    'sep=;\nemail;name\n',
    '#TYPE System.Object\n"dn","mail"\n',
    '# made by hand\nemail,name\n',
    '[displayName] Required,[userPrincipalName] Required\n',
    '{{email}},{{name}}\n',
    '[1],[2]\n',
    '<html>',
    'email\ndn: cn=a\n',
  ])('a table: %j', (text) => {
    expect(detectFormat(text)).toBe('csv');
  });
});
