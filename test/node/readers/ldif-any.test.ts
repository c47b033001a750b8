import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PreflightError } from '../../../src/errors.ts';
import { readLdif } from '../../../src/node/readers/ldif.ts';
import { readEveryWay } from '../../support/in-pieces.ts';

const US = '\u001F';

/** A value, and how it is written: RFC 2849 leaves a choice only where the text is harmless. */
interface Written {
  readonly name: string;
  readonly value: string | Uint8Array;
  readonly inBase64: boolean;
}
type Entry = readonly Written[];

interface Layout {
  readonly end: string;
  /** Characters of a line before it is folded; each line takes the next. */
  readonly widths: readonly number[];
  readonly comments: readonly boolean[];
  readonly blanks: number;
  readonly hasVersion: boolean;
  readonly hasLastEnd: boolean;
}

/** Writes LDIF as RFC 2849 has it, without a look at the reader; gives the lines of each entry besides. */
function write(entries: readonly Entry[], layout: Layout): { text: string; spans: [number, number][] } {
  const lines: string[] = [];
  let written = 0;
  const fold = (line: string) => {
    const letters = [...line];
    const width = layout.widths[written % layout.widths.length] ?? 76;
    written += 1;
    lines.push(letters.slice(0, width).join(''));
    for (let at = width; at < letters.length; at += width) lines.push(` ${letters.slice(at, at + width).join('')}`);
  };
  if (layout.hasVersion) lines.push('version: 1', '');
  const spans = entries.map((entry): [number, number] => {
    if (layout.comments[written % layout.comments.length]) fold('# a comment: that may be folded');
    const first = lines.length + 1;
    for (const attribute of entry) {
      fold(lineOf(attribute));
      const isLast = attribute === entry.at(-1);
      if (!isLast && layout.comments[written % layout.comments.length]) fold('# dn: cn=nobody');
    }
    const last = lines.length;
    for (let blank = 0; blank < layout.blanks; blank += 1) lines.push('');
    return [first, last];
  });
  while (lines.at(-1) === '') lines.pop();
  return { text: lines.join(layout.end) + (layout.hasLastEnd ? layout.end : ''), spans };
}

function lineOf({ name, value, inBase64 }: Written): string {
  const isSafe = typeof value === 'string' && !/^[ :<]|[\0\r\n]| $/.test(value);
  return isSafe && !inBase64 ? `${name}: ${value}` : `${name}:: ${Buffer.from(value).toString('base64')}`;
}

function cellOf({ value }: Written): string {
  const isText = typeof value === 'string' && !value.includes('\0');
  return isText ? value : Buffer.from(value).toString('base64');
}

function expectedTable(entries: readonly Entry[]): { header: string[]; rows: string[][] } {
  const spelled = new Map<string, string>();
  for (const { name } of entries.flat()) if (!spelled.has(name.toLowerCase())) spelled.set(name.toLowerCase(), name);
  const rows = entries.map((entry) =>
    [...spelled.keys()].map((key) =>
      entry
        .filter(({ name }) => name.toLowerCase() === key)
        .map(cellOf)
        .join(US),
    ),
  );
  return { header: [...spelled.values()], rows };
}

const unit = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom('a', '@', ' ', ':', '<', '#', '-', '\n', '\r', '\u0000', '\u00A0', '\uFEFF'),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((letter) => letter !== US) },
);
const text = fc.string({ unit, maxLength: 12 });
const attribute = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record<Written>({
      name: fc.constantFrom(
        'mail',
        'MAIL',
        'cn',
        'cn;lang-de',
        'proxyAddresses',
        'ProxyAddresses',
        'ref',
        'search',
        'result',
      ),
      value: text,
      inBase64: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record<Written>({
      name: fc.constantFrom('objectGUID', 'objectguid', 'objectSid', 'mS-DS-ConsistencyGuid', 'x;binary'),
      value: fc.uint8Array({ minLength: 16, maxLength: 16 }),
      inBase64: fc.constant(true),
    }),
  },
);
const entry = fc
  .tuple(text, fc.boolean(), fc.array(attribute, { maxLength: 5 }))
  .map(([dn, inBase64, attributes]): Entry => [{ name: 'dn', value: `cn=${dn}`, inBase64 }, ...attributes]);
const layout = fc.record<Layout>({
  end: fc.constantFrom('\n', '\r\n', '\r'),
  widths: fc.array(fc.integer({ min: 1, max: 76 }), { minLength: 1, maxLength: 5 }),
  comments: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
  blanks: fc.integer({ min: 1, max: 3 }),
  hasVersion: fc.boolean(),
  hasLastEnd: fc.boolean(),
});
const entries = fc.array(entry, { minLength: 1, maxLength: 6 });

test('any entries, folded anywhere and in base64 or not, come back exactly, with their lines', async () => {
  await fc.assert(
    fc.asyncProperty(entries, layout, async (list, how) => {
      const { text, spans } = write(list, how);
      const { header, rows, lines, endLines, rejections } = await readEveryWay(Buffer.from(text), (bytes) =>
        readLdif(bytes, 'old.ldif', () => {}),
      );
      expect(rejections).toEqual([]);
      expect({ header, rows }).toEqual(expectedTable(list));
      expect(lines).toEqual(spans.map(([first]) => first));
      expect(endLines).toEqual(spans.map(([, last]) => last));
    }),
    { numRuns: 3000 },
  );
});

/** Records, all with a place in the file; null where there is an error with a code that is not ours. */
async function countOf(bytes: Buffer): Promise<number | null> {
  const table = await readEveryWay(bytes, (stored) => readLdif(stored, 'old.ldif', () => {})).catch(
    (fault: unknown) => {
      expect(fault).toBeInstanceOf(PreflightError);
      expect((fault as PreflightError).code).toBe('ERR_INPUT_TRUNCATED');
      return null;
    },
  );
  if (table === null) return null;
  const { rows, lines, endLines, rejections } = table;
  for (const { reason } of rejections) expect(reason).not.toBe('');
  const spans = [
    ...rows.map((_, index) => [lines[index] ?? 0, endLines[index] ?? 0] as const),
    // A comment that is a reference may stand within an entry.
    ...rejections
      .filter(({ reason }) => !reason.includes('reference'))
      .map(({ line, endLine }) => [line, endLine] as const),
  ].sort(([a], [b]) => a - b);
  let before = 0;
  for (const [line, endLine] of spans) {
    expect(line).toBeGreaterThan(before);
    expect(endLine).toBeGreaterThanOrEqual(line);
    before = endLine;
  }
  expect(before).toBeLessThanOrEqual(bytes.toString().split(/\r\n|\n|\r/).length);
  return rows.length + rejections.length;
}

const plain: Layout = { end: '\n', widths: [76], comments: [false], blanks: 1, hasVersion: true, hasLastEnd: true };

test('cut off anywhere, every entry that was begun is a row or is rejected', async () => {
  await fc.assert(
    fc.asyncProperty(entries, fc.nat(), async (list, seed) => {
      const { text, spans } = write(list, plain);
      const cut = Buffer.from(text).subarray(0, seed % (Buffer.byteLength(text) + 1));
      const linesLeft = cut.toString().split('\n').length - (cut.length === 0 || cut.at(-1) === 0x0a ? 1 : 0);
      const begun = spans.filter(([first]) => first <= linesLeft).length;
      // A cut in the version makes a line that is no entry: rejected.
      const isInVersion = cut.length > 0 && cut.length < 'version: 1'.length;
      expect(await countOf(cut)).toBe(isInVersion ? 1 : begun);
    }),
    { numRuns: 2000 },
  );
});

test('bytes changed anywhere never hang, and leave every record a place of its own', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(
      entries,
      layout,
      fc.array(fc.tuple(fc.nat(), fc.nat(0x7f)), { maxLength: 4 }),
      async (list, how, changes) => {
        const bytes = Buffer.from(write(list, how).text);
        for (const [seed, byte] of changes) bytes[seed % bytes.length] = byte;
        if ((await countOf(bytes)) !== null) read += 1;
      },
    ),
    { numRuns: 3000 },
  );
  expect(read).toBeGreaterThan(2000);
});

test('pieces of LDIF in any order are read, rejected or an error', async () => {
  const piece = fc.constantFrom(
    ...[
      'dn: cn=a',
      'dn::',
      'mail: a',
      'mail:: YQ==',
      '\n',
      '\r',
      '\r\n',
      '\n\n',
      ' ',
      ':',
      '#',
      '<',
      '-',
      'version: 1',
      'é',
    ],
    ...[
      'search: 2',
      'result: 0 Success',
      'result: 4 x',
      'ref: ldap://x',
      '# refldap://x',
      'changetype: delete',
      '\u0000',
      US,
    ],
    ...['pagedresults: cookie=', 'objectClass: referral', '\uFEFF'],
  );
  let read = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 16 }), async (pieces) => {
      if ((await countOf(Buffer.from(pieces.join('')))) !== null) read += 1;
    }),
    { numRuns: 5000 },
  );
  expect(read).toBeGreaterThan(3000);
});
