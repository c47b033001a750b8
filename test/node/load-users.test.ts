import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PreflightError } from '../../src/errors.ts';
import type { LoadedInput } from '../../src/model/input.ts';
import { check } from '../../src/node/check.ts';
import { loadSides } from '../../src/node/load-sides.ts';
import { type LoadedSide, type LoadUsersOptions, loadUsers } from '../../src/node/load-users.ts';
import { tempDirectory, tempFiles } from '../support/temp.ts';

const OLD: LoadUsersOptions = { side: 'old', file: 'old.csv' };
const CSV = 'email,name\na@example.com,Ada\n';

function load(bytes: string | Uint8Array, options: Partial<LoadUsersOptions> = {}): Promise<LoadedSide> {
  return loadUsers(Readable.from([Buffer.from(bytes)]), { ...OLD, ...options });
}

function onlyInput({ inputs }: LoadedSide): LoadedInput {
  expect(inputs).toHaveLength(1);
  return inputs[0] as LoadedInput;
}

function expectAccount(side: LoadedSide, physicalLines: number): void {
  const input = onlyInput(side);
  expect(input.users).toBe(side.users.length);
  expect(input.users + input.rejected + input.excluded).toBe(input.records);
  expect(input.rejected).toBe(input.observations.rejections.length);
  let before = 0;
  for (const { line } of side.users) {
    expect(line).toBeGreaterThan(before);
    before = line ?? 0;
  }
  expect(before).toBeLessThanOrEqual(physicalLines);
  for (const { line, endLine, reason } of input.observations.rejections) {
    expect(line).toBeGreaterThan(0);
    expect(endLine).toBeGreaterThanOrEqual(line);
    expect(endLine).toBeLessThanOrEqual(physicalLines);
    expect(reason).not.toBe('');
  }
}

describe('sources', () => {
  test('a path, a file URL and a stream say the same', async () => {
    const { 'old.csv': path } = tempFiles({ 'old.csv': CSV });
    const byPath = await loadUsers(path, { side: 'old' });
    const byUrl = await loadUsers(pathToFileURL(path), { side: 'old' });
    const byStream = await loadUsers(Readable.from([...CSV].map((letter) => Buffer.from(letter))), { side: 'old' });
    expect(byPath.users).toMatchObject([{ sso: 'a@example.com', name: 'Ada', line: 2, file: path }]);
    expect(onlyInput(byUrl).file).toBe(pathToFileURL(path).href);
    expect(onlyInput(byStream).file).toBe('stream');
    for (const side of [byPath, byUrl, byStream]) {
      expect(onlyInput(side)).toMatchObject({
        sha256: createHash('sha256').update(CSV).digest('hex'),
        bytes: CSV.length,
        encoding: 'utf-8',
        delimiter: ',',
        records: 1,
      });
    }
  });

  test('a stream of strings', async () => {
    const { users } = await loadUsers(Readable.from(['email\na', '@example.com']), OLD);
    expect(users).toMatchObject([{ sso: 'a@example.com', file: 'old.csv' }]);
  });

  test('a missing file, a directory and a broken stream are unreadable, and say where', async () => {
    const directory = tempDirectory();
    const unreadable = (file: string) =>
      expect.objectContaining({ name: 'PreflightError', code: 'ERR_INPUT_UNREADABLE', file });
    await expect(loadUsers(`${directory}/none.csv`, { side: 'old' })).rejects.toThrow(
      unreadable(`${directory}/none.csv`),
    );
    await expect(loadUsers(directory, { side: 'old' })).rejects.toThrow(unreadable(directory));
    const broken = new Readable({
      read() {
        this.destroy(new Error('the cable was pulled'));
      },
    });
    await expect(loadUsers(broken, OLD)).rejects.toThrow('the cable was pulled');
  });
});

describe('what is no list of users', () => {
  test.each([
    ['nothing', '', 'ERR_INPUT_EMPTY'],
    ['a byte order mark', '\uFEFF', 'ERR_INPUT_EMPTY'],
    ['blank lines', '\n\r\n', 'ERR_INPUT_EMPTY'],
    ['a header alone', 'email,name\n', 'ERR_INPUT_EMPTY'],
    ['a person in place of the header', 'a@example.com,Ada\nb@example.com,Bob\n', 'ERR_INPUT_HEADER'],
    ['a person after a byte order mark', '\uFEFF a@example.com ,Ada\n', 'ERR_INPUT_HEADER'],
    ['a spreadsheet', 'PK\u0003\u0004', 'ERR_INPUT_BINARY'],
    ['a zero', 'email\n\u0000', 'ERR_INPUT_BINARY'],
    ['no email column', 'id,who\n1,Ada\n', 'ERR_NO_EMAIL_COLUMN'],
  ])('%s', async (_name, text, code) => {
    await expect(load(text)).rejects.toThrow(expect.objectContaining({ code, file: 'old.csv' }));
  });

  test('rejected records are records: a file of nothing else is not empty', async () => {
    const side = await load('email,name\n"a@example.com"x,Ada\n');
    expect(side.users).toEqual([]);
    expect(onlyInput(side)).toMatchObject({ records: 1, users: 0, rejected: 1 });
  });
});

describe('line numbers', () => {
  test('count what stands before the header, in any encoding', async () => {
    const text = '"#TYPE System.Object"\r\n\r\nemail;name\r\na@example.com;"A\r\nB"\r\nb@example.com;B\r\n';
    const encodings = [
      Buffer.from(text),
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
      Buffer.from(text, 'utf16le'),
    ];
    for (const bytes of encodings) {
      const side = await load(bytes);
      expect(side.users.map(({ line, sso }) => [line, sso])).toEqual([
        [4, 'a@example.com'],
        [6, 'b@example.com'],
      ]);
      expect(onlyInput(side).delimiter).toBe(';');
    }
  });
});

describe('the same record in several files of a side', () => {
  const maps = { map: { sso: 'mail', scim: 'mail' } } as const;
  const stream = (text: string | Buffer) => Readable.from([Buffer.from(text)]);
  const CSV = 'mail,name,id\nann@example.com,Ann,1\nbob@example.com,Bob,2\n';
  const NEXT = 'mail,name,id\nbob@example.com,Bob,2\ncid@example.com,Cid,3\n';
  const inputsOf = async (...files: Readable[]) => {
    const { reconciliation } = await check({
      old: { files, ...maps },
      new: { files: [stream('mail\nzoe@example.com\n')], ...maps },
    });
    return reconciliation.inputs
      .filter(({ side }) => side === 'old')
      .map(({ records, users, rejected, excludedReasons }) => ({ records, users, rejected, excludedReasons }));
  };
  const once = [
    { records: 2, users: 2, rejected: 0, excludedReasons: {} },
    { records: 2, users: 1, rejected: 0, excludedReasons: { 'same-record-again': 1 } },
  ];

  test.each([
    ['CSV', CSV, NEXT],
    ['CSV and gzip', CSV, gzipSync(NEXT)],
    [
      'JSON whose pages have different properties',
      '[{"mail":"ann@example.com"},{"mail":"bob@example.com","name":"Bob"}]',
      '[{"city":"Bonn","mail":"cid@example.com"},{"name":"Bob","mail":"bob@example.com"}]',
    ],
    [
      'LDIF',
      'dn: cn=a\nmail: ann@example.com\n\ndn: cn=b\ncn: Bob\nmail: bob@example.com\n',
      'dn: cn=c\nl: Bonn\nmail: cid@example.com\n\ndn: cn=b\nmail: bob@example.com\ncn: Bob\n',
    ],
  ])('%s: identical in every cell, it is excluded', async (_name, first, second) => {
    expect(await inputsOf(stream(first), stream(second))).toEqual(once);
  });

  test.each([
    ['CSV', CSV, 'mail,name,id\nbob@example.com,Robert,2\n'],
    ['JSON', '[{"mail":"bob@example.com","name":"Bob"}]', '[{"mail":"bob@example.com","name":"Robert"}]'],
    [
      'JSON, one with a property more',
      '[{"mail":"bob@example.com","name":"Bob"}]',
      '[{"mail":"bob@example.com","name":"Bob","city":"Bonn"}]',
    ],
  ])('%s: different in a cell, both are users, and their address is found twice', async (_name, first, second) => {
    const files = [stream(first), stream(second)];
    const { reconciliation } = await check({
      old: { files, ...maps },
      new: { files: [stream('mail\nbob@example.com\n')], ...maps },
    });
    expect(reconciliation.inputs.flatMap(({ excludedReasons }) => Object.keys(excludedReasons))).toEqual([]);
    const kinds = reconciliation.people.flatMap(({ findings }) => findings.map(({ kind, side }) => `${side} ${kind}`));
    expect(kinds).toContain('old duplicate-email');
  });

  test('files are read at the same time, and taken in the order given', async () => {
    let release = () => {};
    const waiting = new Promise<void>((resolve) => {
      release = resolve;
    });
    async function* slow() {
      await waiting;
      yield Buffer.from(CSV);
    }
    async function* quick() {
      yield Buffer.from(NEXT);
      // The first file ends only after the second has been asked for.
      release();
    }
    expect(await inputsOf(Readable.from(slow()), Readable.from(quick()))).toEqual(once);
  });
});

test('pages of one side: the same record again is excluded, other files keep theirs', async () => {
  const stream = (text: string) => Readable.from([Buffer.from(text)]);
  const [old, next] = await loadSides(
    { side: 'old', sources: [stream(CSV), stream(`${CSV}b@example.com,Bob\n`)] },
    { side: 'new', sources: [stream(CSV)] },
  );
  expect(old.users.length).toBe(2);
  expect(old.inputs.map(({ users, excluded, records }) => [users, excluded, records])).toEqual([
    [1, 0, 1],
    [1, 1, 2],
  ]);
  expect(next.users.length).toBe(1);
});

describe('JSON and LDIF', () => {
  test('a page of JSON: lines are numbers of records, and every record is accounted for', async () => {
    const user = (email: string) => `{"id":"x","profile":{"email":"${email}","name":"Ada"}}`;
    const text = `{"value":[\n${user('a@example.com')},\n\nnull,${user('b@example.com')},${user('b@example.com')},{"id":""}]}`;
    const side = await load(text, { map: { sso: 'profile.email', name: 'profile.name' } });
    expect(side.users.map(({ line, sso, name }) => [line, sso, name])).toEqual([
      [1, 'a@example.com', 'Ada'],
      [3, 'b@example.com', 'Ada'],
    ]);
    expect(onlyInput(side)).toMatchObject({ format: 'json', delimiter: null, records: 5, rejected: 1, excluded: 2 });
    expectAccount(side, 5);
  });

  test('LDIF: lines are physical lines', async () => {
    const text =
      'version: 1\r\n\r\ndn: cn=a\r\nmail: a@exam\r\n ple.com\r\n\r\ndn: cn=b\r\nmail\r\n\r\ndn: cn=c\r\nmail:: IGNAZXhhbXBsZS5jb20=\r\n';
    const side = await load(text, { map: { sso: 'mail' } });
    expect(side.users.map(({ line, sso }) => [line, sso])).toEqual([
      [3, 'a@example.com'],
      [10, ' c@example.com'],
    ]);
    expect(onlyInput(side)).toMatchObject({ format: 'ldif', delimiter: null, records: 3, rejected: 1 });
    expect(onlyInput(side).observations.rejections).toEqual([{ line: 7, endLine: 8, reason: 'a line has no colon' }]);
    expectAccount(side, 11);
  });

  test('a record that lacks a property has no value there', async () => {
    const { users } = await load('[{"id":"1"},{"id":"2","mail":"b@example.com"}]', { map: { sso: 'mail' } });
    expect(users.map(({ sso }) => sso)).toEqual([null, 'b@example.com']);
  });

  test.each([
    ['broken JSON', '[{"mail":"a@example.com"},\n}]', 'ERR_INPUT_JSON', 2],
    ['JSON that was cut off', '[{"mail":"a@example.com"},\n', 'ERR_INPUT_TRUNCATED', 2],
    ['a search that was cut off', 'dn: cn=a\n\nsearch: 2\nresult: 4 Size limit exceeded\n', 'ERR_INPUT_TRUNCATED', 4],
  ])('%s is an error with its line', async (_name, text, code, line) => {
    await expect(load(text)).rejects.toThrow(expect.objectContaining({ code, file: 'old.csv', line }));
  });

  test('a page that points to another is an error', async () => {
    const page = '{"nextPageToken":"x","users":[{"primaryEmail":"a@example.com"}]}';
    await expect(load(page)).rejects.toThrow(expect.objectContaining({ code: 'ERR_INPUT_TRUNCATED', file: 'old.csv' }));
  });
});

describe('any bytes', () => {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', '\r\n', '""', '",', '\n"', '"\r\n') },
    { weight: 3, arbitrary: fc.constantFrom('a@example.com', 'x', ' ', '0', '?', '#N/A', 'é', '\u{1F600}', '\uFFFD') },
    { weight: 1, arbitrary: fc.constantFrom('\uFEFF', '\u0000', 'sep=;\n', 'sep="\n', '#TYPE x\n', 'version:v1.0\n') },
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => Buffer.from(pieces.join('')));
  const bytes = fc.oneof(
    { weight: 4, arbitrary: text },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }).map((array) => Buffer.from(array)) },
    { weight: 1, arbitrary: text.map((buffer) => Buffer.from(buffer.toString('utf8'), 'utf16le')) },
    { weight: 1, arbitrary: text.map((buffer) => Buffer.from(buffer.toString('utf8'), 'latin1')) },
  );
  const head = fc.constantFrom(
    ...[
      '',
      'email\n',
      'email,name\n',
      'email,name\r\n',
      'email;name\r',
      'sep=;\nemail;name\n',
      'email,name,status,note\n',
    ],
  );
  const mark = fc.constantFrom('', 'EFBBBF', 'FFFE', 'FEFF').map((hex) => Buffer.from(hex, 'hex'));
  const bom = fc.oneof({ weight: 8, arbitrary: fc.constant(Buffer.alloc(0)) }, { weight: 1, arbitrary: mark });

  test('either are accounted for, or are an error with a code that is not ours', async () => {
    let loaded = 0;
    await fc.assert(
      fc.asyncProperty(bom, head, bytes, async (before, header, rest) => {
        const content = Buffer.concat([before, Buffer.from(header), rest]);
        const side = await load(content).catch((fault: unknown) => {
          expect(fault).toBeInstanceOf(PreflightError);
          const { code, file } = fault as PreflightError;
          expect(code).toMatch(/^ERR_(?:INPUT_(?:EMPTY|BINARY|HEADER|JSON|TRUNCATED)|NO_EMAIL_COLUMN)$/);
          expect(file).toBe('old.csv');
          return null;
        });
        if (side === null) return;
        loaded += 1;
        const ends = content.filter((byte) => byte === 0x0a || byte === 0x0d).length;
        expectAccount(side, ends + 1);
      }),
      { numRuns: 5000 },
    );
    expect(loaded).toBeGreaterThan(1000);
  });
});

describe('any cells written as RFC 4180', () => {
  const unit = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', '\r\n', ' ', '\u00A0', '\uFEFF', 'a', '@'),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
  );
  // A zero makes a file binary; what a spreadsheet or PowerShell puts in place of data is no value; a cell of several
  // lines with an address may be a record that a quote has swallowed.
  const UNLIKE_DATA = /\0|^#|^System\.|^Microsoft\.|@.*[\r\n]|[\r\n].*@/s;
  const cell = fc.string({ unit, maxLength: 12 }).filter((value) => !UNLIKE_DATA.test(value));
  const layout = fc.record({
    delimiter: fc.constantFrom(',', ';', '\t'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    hasLastEnd: fc.boolean(),
    encoding: fc.constantFrom('', 'mark', 'utf-16'),
  });

  test('come back exactly as they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), layout, async (rows, how) => {
        const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
        const lines = rows.map(([sso, scim], id) => [`id${id}`, quote(sso), quote(scim), 'x'].join(how.delimiter));
        const header = ['key', 'asserted', 'pushed', 'note'].join(how.delimiter);
        const text = `${[header, ...lines].join(how.end)}${how.hasLastEnd ? how.end : ''}`;
        const bytes = how.encoding === 'utf-16' ? Buffer.from(`\uFEFF${text}`, 'utf16le') : Buffer.from(text);
        const marked = how.encoding === 'mark' ? Buffer.concat([Buffer.from('EFBBBF', 'hex'), bytes]) : bytes;
        const side = await load(marked, { map: { sso: 'asserted', scim: 'pushed', 'external-id': 'key' } });
        expect(side.users.map(({ sso, scim }) => [sso, scim])).toEqual(rows.map((values) => values.map(valueOrNull)));
        expect(onlyInput(side)).toMatchObject({ records: rows.length, rejected: 0, excluded: 0 });
      }),
      { numRuns: 2000 },
    );
  });

  test('a UTF-8 text without a mark is never taken for anything else', async () => {
    const letters = fc.string({ unit: 'binary', maxLength: 40 }).filter((value) => !value.includes('\0'));
    await fc.assert(
      fc.asyncProperty(letters, async (value) => {
        const side = await load(`key,asserted\nx,"${value.replaceAll('"', '""')}"\n`, { map: { sso: 'asserted' } });
        expect(side.users[0]?.sso).toBe(valueOrNull(value));
        expect(onlyInput(side).encoding).toBe('utf-8');
      }),
      { numRuns: 500 },
    );
  });

  function valueOrNull(value: string): string | null {
    return /^\p{White_Space}*$/u.test(value) ? null : value;
  }
});
