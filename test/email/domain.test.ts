import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitAddress, toALabel } from '../../src/email/domain.ts';

describe('splitAddress', () => {
  test('splits at the last @', () => {
    expect(splitAddress('"a@b"@example.com')).toEqual({ local: '"a@b"', domain: 'example.com' });
    expect(splitAddress('@')).toEqual({ local: '', domain: '' });
    expect(splitAddress('alice')).toBeNull();
  });
});

describe('toALabel', () => {
  test.each([
    ['example.com', 'example.com'],
    ['EXAMPLE.Com', 'example.com'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['BÜCHER.example', 'xn--bcher-kva.example'],
    ['bu\u0308cher.example', 'xn--bcher-kva.example'],
    ['XN--BCHER-KVA.example', 'xn--bcher-kva.example'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['straße.example', 'xn--strae-oqa.example'],
    ['пример.example', 'xn--e1afmkfd.example'],
    ['例え.example', 'xn--r8jz45g.example'],
    ['ｅｘａｍｐｌｅ.com', 'example.com'],
    ['1and1.example', '1and1.example'],
    ['mail.3com.example', 'mail.3com.example'],
  ])('%s is %s', (domain, expected) => {
    expect(toALabel(domain)).toBe(expected);
  });

  test.each(['\u3002', '\uFF0E', '\uFF61'])('%s is a full stop of IDNA', (stop) => {
    expect(toALabel(`bücher${stop}example${stop}com`)).toBe('xn--bcher-kva.example.com');
  });

  // CONTEXTO of RFC 5892 appendix A: part of real domains.
  test.each(['paral·lel.example', 'ニュース・サイト.example'])(
    '%s has an A-label although it holds a sign that is no letter',
    (domain) => {
      const expected = domainToASCII(domain);
      expect(expected).toMatch(/^xn--[a-z0-9-]+\.example$/);
      expect(toALabel(domain)).toBe(expected);
    },
  );

  test.each([
    'x.com/evil',
    'X.com/evil',
    'x.com\\evil',
    'x.com:80',
    'X.COM:443',
    'user@X.com',
    'user:secret@X.com',
    'X%2Ecom',
    '%65xample.com',
    'X.com?q',
    'X.com#f',
    ' X.com',
    'X.com ',
    'X.\tcom',
    'X.c\nom',
    'X_Y.com',
    '[::1]',
    '[IPv6:2001:DB8::1]',
    'X\u200B.com',
    'X\u00AD.com',
    '',
    '.',
    'X..com',
    '.X.com',
    'xn--\u00FC.com',
    'xn--a.com',
    'XN--99999999999.com',
    'a\u0301\u200D.com',
    '\u0301X.com',
    'X\uD800.com',
    '<X.com>',
  ])('%j has no valid A-label and stays as it is', (domain) => {
    expect(toALabel(domain)).toBe(domain);
  });

  test.each(['127.0.0.1', '1.2', '0x7F.1', '2130706433', '0X7F000001', '10.1.', 'X.1', 'X.0xA', '256.256.256.256'])(
    '%s could be parsed as an IPv4 address and stays as it is',
    (domain) => {
      expect(toALabel(domain)).toBe(domain);
    },
  );

  test.each(['1\u30022', '1\uFF0E2', '１.２', '127.0.0.１', '0ｘ7f.1', '1\u30022\u3002'])(
    '%s would be rewritten as an IPv4 address and stays as it is',
    (domain) => {
      expect(toALabel(domain)).toBe(domain);
    },
  );

  test('nothing is cut off: a rewritten domain has as many labels', () => {
    const unit = fc.constantFrom(...'aZ19-._/:@%?#[]\\ é例\u3002\uFF0E\u00AD\u200B\u212A\u0130１', 'xn--', '0x');
    fc.assert(
      fc.property(fc.string({ unit }), (domain) => {
        const result = toALabel(domain);
        if (result === domain) return;
        expect(result).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)*\.?$/);
        expect(result.split('.')).toHaveLength(domain.split(/[.\u3002\uFF0E\uFF61]/u).length);
        expect(toALabel(result)).toBe(result);
      }),
      { numRuns: 2000 },
    );
  });
});
