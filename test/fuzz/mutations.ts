/** One change of an input: what is done, and three numbers that say where and with what. Printed as it stands, it can be made again. */
export type Change = readonly [name: ChangeName, where: number, what: number, howMuch: number];

/** What has broken a reader somewhere: names of a prototype, what opens and never closes, numbers beyond a number. */
const HOSTILE: readonly string[] = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'undefined', 'null', 'NaN'],
  ...['"', '""', '"""', '","', '";"', '"\n"', "'", '\\', '\\"', '\0', '\u001F', '\t', '\x7F', '\x1B[2J', '=1+1'],
  ...['\r', '\n', '\r\n', '\n\r', '\n\n\n', ' \n', '\n ', ' ', '\u00A0', '\u200B', '\u2028', '\uFEFF', '\uFFFD'],
  ...[',', ';', '|', ',,,,', ';;;;', 'sep=;\n', '#TYPE x\n', 'version:v1.0\n', '#', '<', '<html>', '<?xml?>'],
  ...['{', '}', '[', ']', '[[[[[[[[', '{"a":', '{"__proto__":{"polluted":1}}', '"__proto__":[],', '"constructor":1,'],
  ...['{"Resources":[]}', '"totalResults":1e99,', '{"value":[', '"@odata.nextLink":"x",', '[]', '{}', ':', '1e400'],
  ...['-0', '01', '1.', '\\u0000', '\\ud800', '\\uZZZZ', '/*', '//', 'true', 'false', '9007199254740993', '1E+15'],
  ...['dn: cn=x', 'dn:: ', 'version: 1', 'mail:: !', 'mail:< file:///x', 'changetype: delete', 'result: 4 x', 'ref: x'],
  ...['# pagedresults: cookie=x', '\n\ndn: cn=y\nmail: y@example.com\n', 'objectClass: referral', 'control: x'],
  ...['a@example.com', '@', 'a@', '@b', 'a@b@c', 'mailto:a@example.com', 'SMTP:a@example.com', 'x'.repeat(300)],
  ...['😀', '\u0301', 'İ', 'ﬀ', '\u202E', 'ÿþ', 'xn--', '#N/A', '#REF!', 'System.Object[]', '???'],
];

/** What a header may have twice, or in place of what was there. */
const HEADERS: readonly string[] = [
  ...['email', 'mail', 'userPrincipalName', 'proxyAddresses', 'status', 'Status', 'accountEnabled', 'name', 'id'],
  ...['', ' ', '-', 'dn', 'employeeId', 'manager', 'groups', 'emails.0.value', 'emails[type eq "work"].value'],
  ...['__proto__', 'constructor', 'toString', 'a.b', '=1', 'Email Address [Required]', 'immutableId', 'sAMAccountName'],
];

const SPLIT = /([,;\t\r\n"]+)/;

/** Every way to change bytes. `other` is another input, of which a part may be taken. */
const CHANGES = {
  'set byte': (bytes, where, what) => {
    const copy = Buffer.from(bytes);
    if (copy.length > 0) copy[where % copy.length] = what % 256;
    return copy;
  },
  'flip bit': (bytes, where, what) => {
    const copy = Buffer.from(bytes);
    if (copy.length > 0) copy[where % copy.length] = (copy[where % copy.length] ?? 0) ^ (1 << (what % 8));
    return copy;
  },
  'insert hostile': (bytes, where, what) => inserted(bytes, where, Buffer.from(pick(HOSTILE, what))),
  'insert bytes': (bytes, where, what, howMuch) => inserted(bytes, where, noise(what, howMuch % 9)),
  'insert many': (bytes, where, what, howMuch) =>
    inserted(bytes, where, Buffer.from(pick(HOSTILE, what).repeat(howMuch % 60))),
  delete: (bytes, where, _what, howMuch) => {
    const at = place(bytes, where);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + (howMuch % 40))]);
  },
  truncate: (bytes, where) => bytes.subarray(0, place(bytes, where)),
  behead: (bytes, where) => bytes.subarray(place(bytes, where)),
  'repeat a part': (bytes, where, _what, howMuch) => {
    const at = place(bytes, where);
    return inserted(bytes, where, bytes.subarray(at, at + (howMuch % 400)));
  },
  'repeat all': (bytes) => Buffer.concat([bytes, bytes]),
  splice: (bytes, where, what, _howMuch, other) =>
    Buffer.concat([bytes.subarray(0, place(bytes, where)), other.subarray(place(other, what))]),
  'replace cell': (bytes, where, what) => withPiece(bytes, SPLIT, where, () => pick(HOSTILE, what)),
  'repeat cell': (bytes, where, _what, howMuch) =>
    withPiece(bytes, SPLIT, where, (cell) =>
      Array(1 + (howMuch % 5))
        .fill(cell)
        .join(','),
    ),
  'replace name': (bytes, where, what) => {
    const end = bytes.indexOf('\n');
    const head = end < 0 ? bytes : bytes.subarray(0, end);
    const changed = withPiece(head, SPLIT, where, () => pick(HEADERS, what));
    return Buffer.concat([changed, bytes.subarray(head.length)]);
  },
  'replace property': (bytes, where, what) =>
    withPiece(bytes, /("[\w.@$:-]+"\s*:)/, where, () => `${JSON.stringify(pick(HEADERS, what))}:`, 1),
  'delete line': (bytes, where) => withPiece(bytes, /(?<=\n)/, where, () => '', 0, 1),
  'repeat line': (bytes, where) => withPiece(bytes, /(?<=\n)/, where, (line) => line + line, 0, 1),
  'insert line': (bytes, where, what) =>
    withPiece(bytes, /(?<=\n)/, where, (line) => `${latin1(pick(HOSTILE, what))}\n${line}`, 0, 1),
  'quote cell': (bytes, where, what) =>
    withPiece(bytes, SPLIT, where, (cell) =>
      pick([`"${cell}"`, `"${cell}`, `${cell}"`, `""${cell}""`, ` "${cell}"`], what),
    ),
  'other delimiter': (bytes, _where, what) =>
    Buffer.from(
      bytes.toString('latin1').replaceAll(pick([',', ';', '\t'], what >> 2), pick([',', ';', '\t', '|'], what)),
      'latin1',
    ),
  'other line ends': (bytes, _where, what) => {
    const ends = ['\n', '\r\n', '\r', '\n\r', '\n\n', '\u2028'];
    const isMixed = what % 2 === 1;
    const next = (_end: string, at: number) => latin1(pick(ends, isMixed ? what + at : what >> 1));
    return Buffer.from(bytes.toString('latin1').replaceAll(/\r\n|\n|\r/g, next), 'latin1');
  },
  'other quotes': (bytes, _where, what) =>
    Buffer.from(bytes.toString('latin1').replaceAll('"', pick(["'", '', '""', '\\"'], what)), 'latin1'),
  'other encoding': (bytes, _where, what) => {
    const text = bytes.toString('utf8');
    const utf16 = Buffer.from(text, 'utf16le');
    const ways = [
      () => Buffer.from(`\uFEFF${text}`, 'utf16le'),
      () => utf16,
      () => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
      () => utf16.swap16(),
      () => Buffer.from(text, 'latin1'),
      () => Buffer.from(bytes.toString('latin1'), 'utf8'),
      () => Buffer.from(`\uFEFF${text}`, 'utf8'),
      () => Buffer.from(`\uFEFF\uFEFF${text}`, 'utf8'),
    ];
    return pick(ways, what)();
  },
  'all noise': (_bytes, where, what, howMuch) => noise(where ^ what, howMuch % 300),
} as const satisfies Record<
  string,
  (bytes: Buffer, where: number, what: number, howMuch: number, other: Buffer) => Buffer
>;

export type ChangeName = keyof typeof CHANGES;
export const CHANGE_NAMES = Object.keys(CHANGES) as ChangeName[];

/** @param other - another input, of which a part may be taken */
export function changed(bytes: Buffer, [name, where, what, howMuch]: Change, other: Buffer): Buffer {
  return CHANGES[name](bytes, where, what, howMuch, other);
}

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

function place(bytes: Buffer, where: number): number {
  return where % (bytes.length + 1);
}

function inserted(bytes: Buffer, where: number, piece: Buffer): Buffer {
  const at = place(bytes, where);
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
}

/** The bytes of a text in UTF-8, each as a letter. */
function latin1(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** With one of the pieces changed that a pattern splits a text into: every `step`th counts, from the `first` on. */
function withPiece(
  bytes: Buffer,
  pattern: RegExp,
  where: number,
  change: (piece: string) => string,
  first = 0,
  step = 2,
): Buffer {
  const pieces = bytes.toString('latin1').split(pattern);
  const many = Math.ceil((pieces.length - first) / step);
  if (many < 1) return bytes;
  const at = first + step * (where % many);
  pieces[at] = change(pieces[at] ?? '');
  return Buffer.from(pieces.join(''), 'latin1');
}

/** Bytes that look like nothing; the same for the same seed. */
function noise(seed: number, length: number): Buffer {
  let state = seed | 1;
  return Buffer.from(
    Array.from({ length }, () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return state & 0xff;
    }),
  );
}
