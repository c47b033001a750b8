import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, canonicalText, readCanonical } from '../../src/gate/canonical.ts';

describe('canonicalText', () => {
  it('writes what RFC 8785 section 3.2 shows', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"\u002f',
      literals: [null, true, false],
    };
    expect(canonicalText(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts keys by UTF-16 code units, RFC 8785 section 3.2.3', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const sorted = Object.keys(JSON.parse(canonicalText(Object.fromEntries(keys.map((key) => [key, 0])))));
    expect(sorted).toEqual(['1', '\r', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33']);
  });
});

describe('readCanonical', () => {
  it('reads back what was written, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(readCanonical(canonicalBytes(value))).toEqual({ value: JSON.parse(JSON.stringify(value)) });
      }),
    );
  });

  it.each(['{"a":1,"a":1}', '{"b":1,"a":2}', ' 1', '1 ', '1.0', '"\\u0041"', '', '{', '\uFEFF1', '[1,]', '-0'])(
    'refuses %s',
    (text) => {
      expect(readCanonical(new TextEncoder().encode(text))).toHaveProperty('fault');
    },
  );

  it('refuses bytes that are no UTF-8, rather than repairing them', () => {
    expect(readCanonical(Uint8Array.of(0x22, 0xff, 0x22))).toHaveProperty('fault');
    expect(readCanonical(Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22))).toHaveProperty('fault');
  });
});
