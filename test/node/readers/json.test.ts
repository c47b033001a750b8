import { describe, expect, test } from 'vitest';
import { type JsonTable, readJson } from '../../../src/node/readers/json.ts';
import { inMemory } from '../../../src/node/readers/stored-bytes.ts';
import { readEveryWay } from '../../support/in-pieces.ts';

const US = '\u001F';
/** Separates list values in the expected cells of this file. */
const list = (...values: string[]) => values.join(US);

function read(text: string): Promise<JsonTable> {
  return readEveryWay(Buffer.from(text), (bytes) => readJson(bytes, 'old.json', () => {}));
}

/** Each record as an object of its cells that are not empty. */
async function cells(text: string): Promise<Record<string, string>[]> {
  const { header, rows } = await read(text);
  return rows.map((row) => {
    expect(row).toHaveLength(header.length);
    return Object.fromEntries(header.map((name, index) => [name, row[index] ?? '']).filter(([, cell]) => cell !== ''));
  });
}

function fault(code: string, message: string, line?: number) {
  return expect.objectContaining({
    name: 'PreflightError',
    code,
    file: 'old.json',
    message: expect.stringContaining(message),
    ...(line === undefined ? {} : { line }),
  });
}

describe('a record becomes a row', () => {
  test('the header is the union of all paths, in order of first appearance; what is not there is empty', async () => {
    const table = await read('[{"id":"1","profile":{"login":"a","email":"b"}},{"mail":"c","id":"2"},{"id":"3"}]');
    expect(table.header).toEqual(['id', 'profile.login', 'profile.email', 'mail']);
    expect(table.rows).toEqual([
      ['1', 'a', 'b', ''],
      ['2', '', '', 'c'],
      ['3', '', '', ''],
    ]);
    expect(table).toMatchObject({
      headerLine: null,
      lines: [1, 2, 3],
      endLines: [1, 2, 3],
      rejections: [],
      paging: null,
    });
  });

  test('null is empty and has a column, truth values are words', async () => {
    const table = await read('[{"a":null,"b":true,"c":false}]');
    expect(table.header).toEqual(['a', 'b', 'c']);
    expect(table.rows).toEqual([['', 'true', 'false']]);
  });

  test.each([
    '0',
    '-0',
    '7',
    '1.0',
    '1.50',
    '1E5',
    '1e+05',
    '-12.5e-3',
    '106252157683015712428',
    '123456789012345678901234567890',
  ])('the number %s is kept as it is written', async (number) => {
    expect(await cells(`[{"email":"a","n":${number}}]`)).toEqual([{ email: 'a', n: number }]);
  });

  test.each([
    ['"a\\ud800b"', 'a\uD800b'],
    ['"\\udc00"', '\uDC00'],
    ['"\\ud83d\\ude00"', '\u{1F600}'],
    ['"\u{1F600}"', '\u{1F600}'],
    ['"a\\u0000b"', 'a\u0000b'],
    ['"\\"\\\\\\/\\b\\f\\n\\r\\t"', '"\\/\b\f\n\r\t'],
    ['" a@example.com\u00A0"', ' a@example.com\u00A0'],
    // A decoder that takes U+FEFF for a byte order mark drops it.
    ['"\uFEFFa@example.com"', '\uFEFFa@example.com'],
    ['"a\uFEFF@example.com"', 'a\uFEFF@example.com'],
    ['"Zoe\u0308"', 'Zoe\u0308'],
    ['"\uFFFD"', '\uFFFD'],
  ])('the string %s is kept exactly', async (written, value) => {
    expect((await read(`[{"a":${written}}]`)).rows).toEqual([[value]]);
  });

  test('names of properties are kept exactly, with dots, escapes and the names of prototypes', async () => {
    const text =
      '[{"a.b":"1","__proto__":"2","constructor":{"prototype":"3"},"toString":"4","":"5","n\\u00e9 \uFEFF":"6","x":{"":"7"}}]';
    const table = await read(text);
    expect(table.header).toEqual(['a.b', '__proto__', 'constructor.prototype', 'toString', '', 'né \uFEFF', 'x.']);
    expect(table.rows).toEqual([['1', '2', '3', '4', '5', '6', '7']]);
    expect(({} as Record<string, unknown>)['2']).toBeUndefined();
  });

  test('a list of values is one cell', async () => {
    const text = '[{"email":"a","l":["x","",null,1.0,true],"one":["y"],"none":[""],"no":[null]}]';
    expect((await read(text)).header).toEqual(['email', 'l', 'one', 'none', 'no']);
    expect(await cells(text)).toEqual([{ email: 'a', l: list('x', '', '', '1.0', 'true'), one: 'y' }]);
  });

  test('a list of objects is numbered', async () => {
    const text = '[{"emails":[{"value":"a","primary":true},{"value":"b","type":"home"}]}]';
    expect(await cells(text)).toEqual([
      { 'emails.0.value': 'a', 'emails.0.primary': 'true', 'emails.1.value': 'b', 'emails.1.type': 'home' },
    ]);
  });

  test('SCIM primary as the word "true" is kept', async () => {
    const text = '[{"emails":[{"value":"a","primary":"true"},{"value":"b","primary":"True"}]}]';
    expect(await cells(text)).toEqual([
      { 'emails.0.value': 'a', 'emails.0.primary': 'true', 'emails.1.value': 'b', 'emails.1.primary': 'True' },
    ]);
  });

  test('in a list of values and objects, and of lists, every element is numbered', async () => {
    const text = '[{"email":"a","m":["x",null,{"y":"1"},"z"],"l":[["p","q"],[],["r"]],"d":[{"e":["s"]},{}]}]';
    expect((await read(text)).header).toEqual(['email', 'm.0', 'm.1', 'm.2.y', 'm.3', 'l.0', 'l.2', 'd.0.e']);
    expect(await cells(text)).toEqual([
      { email: 'a', 'm.0': 'x', 'm.2.y': '1', 'm.3': 'z', 'l.0': list('p', 'q'), 'l.2': 'r', 'd.0.e': 's' },
    ]);
  });

  test('empty lists and objects give no column', async () => {
    const table = await read('[{"email":"a","l":[],"o":{},"p":{"q":[],"r":{}},"e":[{},[]]}]');
    expect(table.header).toEqual(['email']);
  });

  test('one path may be a value, a list and an object in different records', async () => {
    const text = '[{"a":"1"},{"a":["2","3"]},{"a":{"b":"4"}},{"a":[{"b":"5"}]},{"a":{"0":{"b":"6"}}},{"a.b":"7"}]';
    const table = await read(text);
    expect(table.header).toEqual(['a', 'a.b', 'a.0.b']);
    expect(table.rows).toEqual([
      ['1', '', ''],
      [list('2', '3'), '', ''],
      ['', '4', ''],
      ['', '', '5'],
      ['', '', '6'],
      ['', '7', ''],
    ]);
  });
});

describe('a record that is rejected', () => {
  async function rejected(record: string): Promise<string> {
    const { rows, header, lines, rejections } = await read(`[{"email":"a"},${record},{"email":"b"}]`);
    expect({ header, rows, lines }).toEqual({ header: ['email'], rows: [['a'], ['b']], lines: [1, 3] });
    expect(rejections).toEqual([{ line: 2, endLine: 2, reason: expect.any(String) }]);
    return rejections[0]?.reason ?? '';
  }

  test.each([
    ['a property twice', '{"email":"x","mail":"y","email":"x"}'],
    ['a property twice, once with an escape', '{"email":"x","\\u0065mail":"y"}'],
    ['a property twice, empty both times', '{"x":[],"x":{}}'],
    ['a property twice in an inner object', '{"o":{"x":"1","x":"1"}}'],
    ['a property twice in an element of a list', '{"l":[{"x":"1"},{"x":"2","x":"3"}]}'],
    ['__proto__ twice', '{"__proto__":"1","__proto__":"2"}'],
  ])('%s', async (_name, record) => {
    expect(await rejected(record)).toContain('twice');
  });

  test.each([
    ['{"a.b":"1","a":{"b":"2"}}', 'a.b'],
    ['{"a":{"b":null},"a.b":""}', 'a.b'],
    ['{"a":[{"b":"1"}],"a.0.b":"1"}', 'a.0.b'],
    ['{"a":[{"0":"1"}],"a.0":["1"],"a.0.0":"2"}', 'a.0.0'],
  ])('two properties with one path: %s', async (record, path) => {
    expect(await rejected(record)).toContain(`"${path}"`);
  });

  test.each(['{"x":"a\\u001fb"}', '{"x":["\\u001F"]}', '{"o":[{"x":"\\u001f"}]}'])('U+001F in %s', async (record) => {
    expect(await rejected(record)).toContain('U+001F');
  });

  test.each([
    ['null', 'null'],
    ['"a@example.com"', 'a single value'],
    ['12', 'a single value'],
    ['true', 'a single value'],
  ])('no object but %s', async (record, what) => {
    expect(await rejected(record)).toContain(`it is ${what},`);
  });

  test('a list in the list of a page', async () => {
    const { rows, rejections } = await read('{"value":[{"mail":"a"},[{"mail":"b"}],null]}');
    expect(rows).toEqual([['a']]);
    expect(rejections).toMatchObject([{ line: 2, reason: expect.stringContaining('a list') }, { line: 3 }]);
  });

  test('the same name in neighbouring objects is nothing to reject', async () => {
    const { rejections, rows } = await read(
      '[{"o":{"x":"1"},"p":{"x":"2"},"l":[{"x":"3"},{"x":"4"}]},{"o":{"x":"5"}}]',
    );
    expect(rejections).toEqual([]);
    expect(rows).toEqual([
      ['1', '2', '3', '4'],
      ['5', '', '', ''],
    ]);
  });

  test('columns that only it has are not in the header', async () => {
    const { header } = await read('[{"email":"a"},{"odd":"1","email":"x","email":"y"},{"email":"b","late":"1"}]');
    expect(header).toEqual(['email', 'late']);
  });
});

describe('where the users are', () => {
  const A = '{"mail":"a"}';
  const B = '{"mail":"b"}';
  const TWO = [{ mail: 'a' }, { mail: 'b' }];

  test.each([
    ['a bare list', `[${A},${B}]`],
    ['Graph', `{"@odata.context":"https://graph.example.com/v1.0/$metadata#users","value":[${A},${B}]}`],
    ['Google', `{"kind":"admin#directory#users","users":[${A},${B}]}`],
    ['Keycloak', `{"realm":"test","roles":{"realm":[{"name":"x"}]},"clients":[{"id":"1"}],"users":[${A},${B}]}`],
    ['AWS', `{"Users":[${A},${B}]}`],
    ['JumpCloud', `{"totalCount":2,"results":[${A},${B}]}`],
    ['authentik', `{"pagination":{"next":0,"count":2},"results":[${A},${B}]}`],
    ['Zitadel', `{"details":{"totalResult":"2"},"result":[${A},${B}]}`],
    ['PingOne', `{"_links":{"self":{"href":"x"}},"_embedded":{"users":[${A},${B}]},"count":2,"size":2}`],
    ['OneLogin', `{"status":{"error":false},"pagination":{"after_cursor":null},"data":[${A},${B}]}`],
    ['WorkOS', `{"object":"list","data":[${A},${B}],"list_metadata":{"before":null,"after":null}}`],
    ['Duo', `{"stat":"OK","response":[${A},${B}]}`],
    ['SCIM', `{"schemas":["x"],"totalResults":2,"startIndex":1,"itemsPerPage":2,"Resources":[${A},${B}]}`],
    ['members', `{"ok":true,"members":[${A},${B}],"response_metadata":{"next_cursor":""}}`],
    ['a list of pages', `[{"value":[${A}]},{"value":[]},{"value":[${B}]}]`],
    ['a list of bare lists', `[[${A}],[],[${B}]]`],
    ['bare lists one after another', `[${A}][${B}]`],
    ['bare lists, a line each', `[${A}]\n[${B}]\r\n[]\n`],
    ['pages one after another', `{"value":[${A}]}{"value":[${B}]}`],
    ['pages one after another, with their byte order marks', `{"value":[${A}]}\r\n\uFEFF{"value":[${B}]}\n\uFEFF`],
    ['lists of pages one after another', `[{"users":[${A}]}] [{"users":[${B}]}]`],
    ['one user a line', `${A}\n${B}\n`],
    ['one user a line, with CRLF and blank lines', `\r\n${A}\r\n\r\n${B}`],
    ['one user after another', `${A}${B}`],
    ['space everywhere', `\n\t[ {\r"mail" : "a"\n} ,\t${B} ]\n `],
    ['two lists of which one is empty', `{"data":[],"users":[${A},${B}],"members":[]}`],
    ['two lists of which one has values', `{"value":["x"],"Resources":[${A},${B}]}`],
  ])('%s', async (_name, text) => {
    expect(await cells(text)).toEqual(TWO);
    expect((await read(text)).lines).toEqual([1, 2]);
  });

  test('a single user is one record', async () => {
    expect(await cells('{"email":"a","name":"Ada"}')).toEqual([{ email: 'a', name: 'Ada' }]);
    expect(await cells('{"profile":{"email":"a"},"roles":[{"id":"1"}]}')).toEqual([
      { 'profile.email': 'a', 'roles.0.id': '1' },
    ]);
  });

  test('a user may have properties that are called like those of a page', async () => {
    expect(await cells('{"email":"a","data":{"x":"1"},"value":"2","members":["p","q"],"users":[]}')).toEqual([
      { email: 'a', 'data.x': '1', value: '2', members: list('p', 'q') },
    ]);
    expect(await cells('[{"userName":"a","_embedded":{"user":{"id":"1"}}},{"userName":"b","result":[]}]')).toEqual([
      { userName: 'a', '_embedded.user.id': '1' },
      { userName: 'b' },
    ]);
  });

  test('what a page says beside its users is no column', async () => {
    const { header } = await read(`{"@odata.context":"x","total":5,"value":[${A}],"@odata.count":1}`);
    expect(header).toEqual(['mail']);
  });

  test('a page without users has none', async () => {
    for (const page of ['{"value":[]}', '{"totalResults":0}', '{"Resources":null,"totalResults":0}', '[]', '[[]]']) {
      expect(await read(page)).toMatchObject({ rows: [], rejections: [] });
    }
  });

  test.each([
    ['a list under a name that nobody knows', `{"items":[${A},${B}]}`],
    ['a list deeper in', `{"organizations":{"list":[{"people":[${A}]}]}}`],
    ['organisations beside a list', `{"data_orgs":{"orgs":[{"humanUsers":[${A}]}]},"users":[${B}]}`],
    ['the message of an error', '{"error":{"code":"InvalidAuthenticationToken","message":"expired"}}'],
    ['two lists', `{"users":[${A}],"members":[${B}]}`],
    ['two lists of values', '{"users":["a"],"members":["b"]}'],
    ['a list twice', `{"users":[${A}],"users":[${B}]}`],
    ['a list twice, once empty', `{"users":[${A}],"users":[]}`],
    ['a user with a list of users', `{"email":"group@example.com","members":[${A}]}`],
    ['a page without a list', '{"@odata.nextLink":"https://graph.example.com/x","items":[]}'],
    ['a page without a list under a known name', `{"totalResults":1,"items":[${A}]}`],
  ])('%s is an error', async (_name, text) => {
    await expect(read(text)).rejects.toThrow(fault('ERR_INPUT_JSON', 'where in this JSON the users are'));
  });

  test.each([
    ['an error among pages', '{"value":[{"mail":"a"}]}\n{"error":{"code":"TooManyRequests"}}', 2],
    ['a page among users', '[{"mail":"a"},\n{"mail":"b"},\n{"value":[{"mail":"c"}]}]', 3],
    ['a page behind a bare list', '[{"mail":"a"}]\r\n{"value":[{"mail":"c"}]}', 2],
  ])('%s is an error', async (_name, text, line) => {
    await expect(read(text)).rejects.toThrow(fault('ERR_INPUT_JSON', 'not like them', line));
  });
});

describe('further pages', () => {
  const page = (rest: string) => `{${rest}"value":[{"mail":"a"}]}`;

  test.each([
    ['@odata.nextLink', '"@odata.nextLink":"https://graph.example.com/v1.0/users?$skiptoken=x",'],
    ['nextPageToken', '"nextPageToken":"x",'],
    ['NextToken', '"NextToken":"x",'],
    ['pagination.next', '"pagination":{"next":2},'],
    ['pagination.after_cursor', '"pagination":{"after_cursor":"x"},'],
    ['list_metadata.after', '"list_metadata":{"after":"x"},'],
    ['metadata.next_offset', '"metadata":{"next_offset":100},'],
    ['_links.next.href', '"_links":{"next":{"href":"x"}},'],
  ])('%s is told, if the last page has it', async (next, rest) => {
    expect((await read(page(rest))).paging).toEqual({ next, total: null, records: 1 });
    expect((await read(page('') + page(rest))).paging).toEqual({ next, total: null, records: 2 });
    expect((await read(page(rest) + page(''))).paging).toEqual({ next: null, total: null, records: 2 });
    expect((await read(`[${page(rest)},${page('')}]`)).paging).toMatchObject({ next: null });
  });

  test('it may stand behind the users', async () => {
    expect((await read('{"users":[{"mail":"a"}],"nextPageToken":"x"}')).paging).toMatchObject({
      next: 'nextPageToken',
    });
  });

  test.each(['"@odata.nextLink":null,', '"nextPageToken":"",', '"pagination":{"next":0},', '"_links":{"next":null},'])(
    '%s points nowhere',
    async (rest) => {
      expect((await read(page(rest))).paging).toMatchObject({ next: null });
    },
  );

  test('the total is that of all pages, and counts rejected records', async () => {
    const scim = (users: string) => `{"totalResults":3,"itemsPerPage":2,"Resources":[${users}]}`;
    expect((await read(scim('{"id":"1"},null') + scim('{"id":"3"}'))).paging).toEqual({
      next: null,
      total: 3,
      records: 3,
    });
    expect((await read(scim('{"id":"1"}'))).paging).toEqual({ next: null, total: 3, records: 1 });
    expect((await read(page('"@odata.count":7,'))).paging).toMatchObject({ total: 7 });
    expect((await read(page('"details":{"totalResult":"8"},'))).paging).toMatchObject({ total: 8 });
  });
});

describe('broken JSON', () => {
  test.each([
    ['[{"a":1}\n{"a":2}]', 2, 'a comma or a closing bracket'],
    ['[{"a":1\n"b":2}]', 2, 'a comma or a closing brace'],
    ['[{"a":1},\n]', 2, 'a comma stands before a closing bracket'],
    ['[{"a":1,\r\n}]', 2, 'a comma stands before a closing brace'],
    ['[{"a":\r\r}]', 3, 'a value'],
    ['[{"a"\n"b"}]', 2, 'a colon'],
    ["[\n\n{'a':1}]", 3, 'a name in quotes'],
    ['[{a:1}]', 1, 'a name in quotes'],
    ['[{1:1}]', 1, 'the name of a property'],
    ['[{"a":"x\ny"}]', 1, 'a line break or control character'],
    ['[{"a":"x\u0000"}]', 1, 'a line break or control character'],
    ['[{"a":"\\x"}]', 1, 'an escape'],
    ['[{"a":"\\u12g4"}]', 1, 'an escape'],
    ['[{"a":01}]', 1, 'a comma or a closing brace'],
    ['[{"a":.5}]', 1, 'a value'],
    ['[{"a":1.}]', 1, 'a value'],
    ['[{"a":+1}]', 1, 'a value'],
    ['[{"a":1e}]', 1, 'a value'],
    ['[{"a":NaN}]', 1, 'a value'],
    ['[{"a":nul}]', 1, 'a value'],
    ['[{"a":True}]', 1, 'a value'],
    ['[{"a":1}]]', 1, 'a value'],
    ['{"a":1}\n}', 2, 'a value'],
    ['{"a":1}\nError: 429', 2, 'a value'],
    ['[{"a":[1}]', 1, 'a comma or a closing bracket'],
    ['{"x":{"y":[1,]},"value":[{"a":1}]}', 1, 'a comma stands before a closing bracket'],
    ['[\uFEFF{"a":1}]', 1, 'a value'],
  ])('%j', async (text, line, what) => {
    await expect(read(text)).rejects.toThrow(fault('ERR_INPUT_JSON', what, line));
    await expect(read(text)).rejects.toThrow('Export it again');
  });

  test.each([
    '[',
    '[{"a":1},',
    '[{"a":1}',
    '[{"a":',
    '[{"a"',
    '[{"a',
    '[{"a":"x\\',
    '[{"a":"x\\u00',
    '[{"a":tr',
    '[{"a":-',
    '[{"a":1.',
    '[{"a":1',
    '{"value":[{"a":1}]',
    '{"a":1}\n{"a":2',
  ])('%j was cut off', async (text) => {
    const line = text.split('\n').length;
    await expect(read(text)).rejects.toThrow(fault('ERR_INPUT_TRUNCATED', 'cut off', line));
  });

  test('64 levels are read, more are an error', async () => {
    const nested = (levels: number) => `[{"a":${'['.repeat(levels - 2)}${']'.repeat(levels - 2)}}]`;
    expect((await read(nested(64))).rows).toHaveLength(1);
    await expect(read(nested(65))).rejects.toThrow(fault('ERR_INPUT_JSON', '64 levels', 1));
  });

  test.each([
    ['lists', '['.repeat(100_000)],
    ['objects', '{"a":'.repeat(100_000)],
    ['objects in a record', `[\n{"a":${'{"a":'.repeat(100_000)}`],
    ['beside the users of a page', `{"x":${'['.repeat(100_000)}`],
    ['in an element that is no record', `{"value":[[${'['.repeat(100_000)}`],
    ['around the list of a page', '{"_embedded":'.repeat(100_000)],
  ])('100,000 levels of %s do no harm', async (_name, text) => {
    await expect(read(text)).rejects.toThrow(fault('ERR_INPUT_JSON', '64 levels'));
  });
});

test('letters written as escapes are told, as is U+FFFD', async () => {
  const told = async (text: string) => {
    const { escapedLetters, escapedReplacement } = await read(text);
    return [escapedLetters, escapedReplacement];
  };
  expect(await told('[{"a":"\\u0041\\n?"}]')).toEqual([false, false]);
  expect(await told('[{"a":"\\u00e9"}]')).toEqual([true, false]);
  expect(await told('[{"a":"M\\ufffdller"}]')).toEqual([true, true]);
});

test('progress is told on the way and at the end', async () => {
  const record = `{"email":"a@example.com","note":"${'x'.repeat(1000)}"}`;
  const text = `{"value":[${new Array(1000).fill(record).join(',')}]}`;
  const steps: [number, number][] = [];
  await readJson(inMemory(Buffer.from(text)), 'old.json', (records, bytes) => steps.push([records, bytes]));
  expect(steps.length).toBeGreaterThan(3);
  expect(steps.at(-1)).toEqual([1000, text.length]);
  for (const [index, [records, bytes]] of steps.entries()) {
    expect(records).toBeGreaterThanOrEqual(steps[index - 1]?.[0] ?? 0);
    expect(bytes).toBeGreaterThan(records * 1000);
  }
});

test('records that have nothing in common are too many columns for a table', async () => {
  const users = Array.from({ length: 12_000 }, (_, index) => `{"email":"a","app":{"key${index}":"x"}}`);
  await expect(read(`[${users.join(',')}]`)).rejects.toThrow(fault('ERR_INPUT_HEADER', '"app.key'));
});
