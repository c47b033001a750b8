import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinList, LIST_SEPARATOR, splitList } from '../../src/loaders/list-cell.ts';

test('values come back as they were', () => {
  const value = fc.string({ unit: 'binary' }).filter((text) => !text.includes(LIST_SEPARATOR));
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), (values) => {
      expect(splitList(joinList(values))).toEqual(values);
    }),
  );
});

test('the separator is a control character that JSON may only escape and LDIF only encode', () => {
  expect(LIST_SEPARATOR).toBe('\u001F');
});
