import { expect, test } from 'vitest';
import { decodeWindows1252 } from '../../../src/node/readers/windows-1252.ts';

/** CP1252.TXT of unicode.org, rows 80 to 9F; 0 is undefined. */
const HIGH = [
  ...[0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0],
  ...[0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e],
  0x0178,
];

test('every byte', () => {
  expect(HIGH).toHaveLength(32);
  for (let byte = 0; byte <= 0xff; byte += 1) {
    const codePoint = byte >= 0x80 && byte <= 0x9f ? HIGH[byte - 0x80] || 0xfffd : byte;
    // Beyond the first byte, so that an offset into the buffer counts.
    expect(decodeWindows1252(Buffer.of(0x41, byte).subarray(1)), byte.toString(16)).toBe(
      String.fromCodePoint(codePoint),
    );
  }
});

test('a text', () => {
  expect(decodeWindows1252(Buffer.from('4A6F73E92092808A', 'hex'))).toBe('José ’€Š');
});
