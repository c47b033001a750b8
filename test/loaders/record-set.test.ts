import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RecordSet } from '../../src/loaders/record-set.ts';

test('the same record again is not new', () => {
  const records = new RecordSet();
  expect(records.add(['a@example.com', 'A'], 'a@example.com')).toBe(true);
  expect(records.add(['a@example.com', 'A'], 'a@example.com')).toBe(false);
  expect(records.add(['a@example.com', 'A'], 'a@example.com')).toBe(false);
});

test.each([
  ['case', ['A', 'b'], ['a', 'b']],
  ['space', ['a ', 'b'], ['a', 'b']],
  ['composition', ['\u00E9'], ['e\u0301']],
  ['a cell more', ['a'], ['a', '']],
  ['order', ['a', 'b'], ['b', 'a']],
  ['NUL between cells', ['a\u0000', 'b'], ['a', '\u0000b']],
  ['NUL in place of a border', ['a\u0000b'], ['a', 'b']],
  ['a cell that is the other record', ['', 'x'], ['\u0000x']],
])('%s makes a record different', (_name, one, other) => {
  for (const hint of ['', 'hint']) {
    const records = new RecordSet();
    expect(records.add(one, hint)).toBe(true);
    expect(records.add(other, hint)).toBe(true);
    expect(records.add([...one], hint)).toBe(false);
    expect(records.add([...other], hint)).toBe(false);
  }
});

test('agrees with comparing every record with every other', () => {
  const cell = fc.constantFrom('', 'a', 'A', '\u0000', 'a\u0000');
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { maxLength: 12 }), (rows) => {
      const records = new RecordSet();
      const seen = new Set<string>();
      for (const cells of rows) {
        const exact = JSON.stringify(cells);
        expect(records.add(cells, cells[0] ?? '')).toBe(!seen.has(exact));
        seen.add(exact);
      }
    }),
    { numRuns: 1000 },
  );
});
