import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PreflightError } from '../../../src/errors.ts';
import { readJson } from '../../../src/node/readers/json.ts';
import { readEveryWay } from '../../support/in-pieces.ts';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type JsonObject = { [name: string]: Json };

const US = '\u001F';

/** The cells of a record as the contract of the reader has it, written without a look at the reader. */
function flatten(record: JsonObject): [string, string][] {
  const found: [string, string][] = [];
  const isContainer = (value: Json) => typeof value === 'object' && value !== null;
  const word = (value: Json) => (value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value));
  const visit = (value: Json, path: string[]) => {
    if (Array.isArray(value) && !value.some(isContainer)) {
      if (value.length > 0) found.push([path.join('.'), value.map(word).join(US)]);
    } else if (Array.isArray(value)) {
      for (const [index, element] of value.entries()) visit(element, [...path, `${index}`]);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) visit(inner, [...path, name]);
    } else found.push([path.join('.'), word(value)]);
  };
  visit(record, []);
  return found;
}

function isReadable(record: JsonObject): boolean {
  const cells = flatten(record);
  const holdsSeparator = (value: Json): boolean =>
    typeof value === 'string'
      ? value.includes(US)
      : typeof value === 'object' && value !== null && Object.values(value).some(holdsSeparator);
  return new Set(cells.map(([path]) => path)).size === cells.length && !holdsSeparator(record);
}

function expectedTable(records: readonly JsonObject[]): { header: string[]; rows: string[][]; lines: number[] } {
  const kept = records.map((record, index) => ({ record, line: index + 1 })).filter(({ record }) => isReadable(record));
  const header = [...new Set(kept.flatMap(({ record }) => flatten(record).map(([path]) => path)))];
  const rows = kept.map(({ record }) => {
    const cells = new Map(flatten(record));
    return header.map((path) => cells.get(path) ?? '');
  });
  return { header, rows, lines: kept.map(({ line }) => line) };
}

const unit = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('a', '@', '"', '\\', '/', '\n', '\u0000', ' ', '\u00A0', '\uFEFF', '\u200B'),
  },
  { weight: 1, arbitrary: fc.constantFrom('\uD800', '\uDFFF', US, '\u{1F600}', '\u2028', '\uFFFD') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
);
const text = fc.string({ unit, maxLength: 8 });
const scalar = fc.oneof(
  text,
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const name = fc.oneof(
  fc.constantFrom(
    'mail',
    'a',
    'b',
    'a.b',
    'b.0',
    '0',
    '1',
    '',
    '__proto__',
    'constructor',
    'toString',
    'value',
    'a.0.b',
  ),
  text,
);
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(scalar, { maxLength: 4 }),
    fc.array(tie('json'), { maxLength: 3 }),
    objectOf(tie('json')),
  ),
}));

/** Object.fromEntries makes `__proto__` a property like any other. */
function objectOf(value: fc.Arbitrary<Json>, names = name): fc.Arbitrary<JsonObject> {
  return fc.array(fc.tuple(names, value), { maxLength: 5 }).map((pairs) => Object.fromEntries(pairs));
}

/** At the root of a record, these would have to be told from the properties of a page. */
const rootName = name.filter((value) => value !== 'value');
const record = objectOf(json, rootName).map((object): JsonObject => ({ email: 'a@example.com', ...object }));
const records = fc.array(record, { minLength: 1, maxLength: 6 });

const indent = fc.constantFrom<(number | string | undefined)[]>(undefined, 2, '\t');
const LAYOUTS: Record<string, (users: readonly JsonObject[], space?: number | string) => string> = {
  list: (users, space) => JSON.stringify(users, null, space),
  lines: (users) => users.map((user) => JSON.stringify(user)).join('\n'),
  'lines of a Windows file': (users) => users.map((user) => `${JSON.stringify(user)}\r\n`).join(''),
  concatenated: (users, space) => users.map((user) => JSON.stringify(user, null, space)).join(''),
  Graph: (users, space) => JSON.stringify({ '@odata.context': 'x', value: users }, null, space),
  'users first': (users, space) => JSON.stringify({ Resources: users, totalResults: users.length }, null, space),
  pages: (users, space) => users.map((user) => JSON.stringify({ _embedded: { users: [user] } }, null, space)).join(''),
  'list of pages': (users, space) =>
    JSON.stringify(
      users.map((user) => ({ users: [user] })),
      null,
      space,
    ),
  'list of lists': (users, space) =>
    JSON.stringify(
      users.map((user) => [user]),
      null,
      space,
    ),
};

test.each(Object.entries(LAYOUTS))(
  'any records as %s come back as an independent flattener has them',
  async (_name, write) => {
    await fc.assert(
      fc.asyncProperty(records, indent, async (users, space) => {
        const table = await readEveryWay(Buffer.from(write(users, space)), (bytes) =>
          readJson(bytes, 'old.json', () => {}),
        );
        const { header, rows, lines, rejections } = table;
        expect({ header, rows, lines }).toEqual(expectedTable(users));
        expect(rows.length + rejections.length).toBe(users.length);
      }),
      { numRuns: 300 },
    );
  },
);

test('what becomes rows is more than what is rejected', () => {
  const kept = fc.sample(record, { numRuns: 300, seed: 1 }).filter(isReadable);
  expect(kept.length).toBeGreaterThan(150);
  expect(kept.length).toBeLessThan(300);
});

const CODES = /^ERR_INPUT_(?:JSON|TRUNCATED|HEADER)$/;

/** The number of records, or null where there is an error with a code that is not ours. */
async function countOf(bytes: Buffer): Promise<number | null> {
  const table = await readEveryWay(bytes, (stored) => readJson(stored, 'old.json', () => {})).catch(
    (fault: unknown) => {
      expect(fault).toBeInstanceOf(PreflightError);
      expect((fault as PreflightError).code).toMatch(CODES);
      expect((fault as PreflightError).file).toBe('old.json');
      return null;
    },
  );
  if (table === null) return null;
  const { rows, rejections, header, lines } = table;
  for (const row of rows) expect(row).toHaveLength(header.length);
  expect([...lines, ...rejections.map(({ line }) => line)].sort((a, b) => a - b)).toEqual(
    Array.from({ length: rows.length + rejections.length }, (_, index) => index + 1),
  );
  return rows.length + rejections.length;
}

const lineOf = (user: JsonObject) => JSON.stringify(user);

test('one user a line, cut off anywhere: whole lines are read, or there is an error', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(records, fc.nat(), fc.boolean(), async (users, seed, isAtLineEnd) => {
      const whole = Buffer.from(users.map(lineOf).join('\n'));
      const at = seed % (whole.length + 1);
      const cut = whole.subarray(0, isAtLineEnd ? whole.lastIndexOf('\n', at) + 1 : at);
      const count = await countOf(cut);
      if (count === null) return;
      read += 1;
      expect(count).toBe(
        cut
          .toString()
          .split('\n')
          .filter((line) => line !== '').length,
      );
    }),
    { numRuns: 1000 },
  );
  expect(read).toBeGreaterThan(300);
});

test('one user a line, a byte changed anywhere: every line is accounted for, or there is an error', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(records, fc.nat(), fc.integer({ min: 0, max: 0x7f }), async (users, seed, byte) => {
      const bytes = Buffer.from(users.map(lineOf).join('\n'));
      bytes[seed % bytes.length] = byte;
      const count = await countOf(bytes);
      if (count === null) return;
      read += 1;
      // A line end that has become a digit is a value between two users: one record more, rejected.
      expect(count).toBeGreaterThanOrEqual(users.length);
      expect(count).toBeLessThanOrEqual(users.length + 1);
    }),
    { numRuns: 3000 },
  );
  expect(read).toBeGreaterThan(500);
});

test('pieces of JSON in any order are read or are an error, and never hang', async () => {
  const piece = fc.constantFrom(
    ...['{', '}', '[', ']', ',', ':', '"', '"email":', '"value":', '"Resources":[', '"totalResults":', '{"a":1}', '\n'],
    ...[
      '1',
      '-',
      '.',
      'e5',
      'null',
      'true',
      '"x"',
      '\\',
      '\\u00',
      ' ',
      '\uFEFF',
      '\u0000',
      'é',
      '"_embedded":{"users":[',
    ],
  );
  let read = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (pieces) => {
      if ((await countOf(Buffer.from(pieces.join('')))) !== null) read += 1;
    }),
    { numRuns: 5000 },
  );
  expect(read).toBeGreaterThan(100);
});
