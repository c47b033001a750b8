// Writes files that want to exhaust memory, has each checked, and prints how that ended and the peak memory.
// Usage: npm run build && node bench/hostile.mjs [MEGABYTES [CASE...]]; default 1024 MB each.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

const MEGABYTE = 2 ** 20;
const size = Number(process.argv[2] ?? 1024) * MEGABYTE;
const wanted = process.argv.slice(3);
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}.bench/hostile`;
const PERSON = (number) => `"id":"${number}","userName":"user${number}@example.com","emails":[{"value":"user${number}@example.com","primary":true}],"active":true`;

/** A head, a piece as often as it takes, and a tail. */
function* filled(head, piece, tail = '') {
  yield head;
  const block = piece.repeat(Math.max(1, Math.ceil(MEGABYTE / piece.length)));
  for (let written = 0; written < size; written += block.length) yield block;
  yield tail;
}

/** Records of about 100 kB, of which nearly all is a picture. */
function* pictures(head, record, tail, between = '') {
  yield head;
  const picture = 'iVBORw0KGgo'.repeat(9000);
  for (let number = 0, written = 0; written < size; number += 1, written += picture.length) {
    yield `${number === 0 ? '' : between}${record(number, picture)}`;
  }
  yield tail;
}

const CASES = {
  'line.csv': () => filled('email,name\na@example.com,', 'x'),
  'header.csv': () => filled('email', 'x'),
  'commas.csv': () => filled('email,name\na@example.com', ','),
  'quoted-cell.csv': () => filled('email,name\na@example.com,"', 'x y\n', '"\nb@example.com,Bob\n'),
  'open-quote.csv': () => filled('email,name\na@example.com,Ada\nb@example.com,"', 'x y\n'),
  'columns.csv': () => [`email,${Array.from({ length: 100_000 }, (_, index) => `column ${index}`).join(',')}\na@example.com\n`],
  'pictures.csv': () => pictures('email,photo\n', (number, picture) => `user${number}@example.com,${picture}\n`, ''),
  'latin1.csv': () => filled('email,name\na@example.com,\u00fc', 'x,y\n'),
  'deep.json': () => [`${'[{"a":'.repeat(100_000)}1${'}]'.repeat(100_000)}`],
  'string.json': () => filled('[{"userName":"a@example.com","photo":"', 'x', '"}]'),
  'key.json': () => filled('[{"userName":"a@example.com","', 'x', '":1}]'),
  'columns.json': () => [`[{${Array.from({ length: 100_000 }, (_, index) => `"column ${index}":1`).join(',')}}]`],
  'values.json': () => filled('[{"userName":"a@example.com","list":[1', ',1', ']}]'),
  'numbers.json': () => filled('[1', ',1', ']'),
  'lists.json': () => filled('[{"userName":"a@example.com","list":[[]', ',[]', ']}]'),
  'space.json': () => filled('[', ' ', ']'),
  'pictures.json': () => pictures('[', (number, picture) => `{${PERSON(number)},"photo":"${picture}"}`, ']', ','),
  'pictures-page.json': () =>
    pictures('{"totalResults":0,"Resources":[', (number, picture) => `{${PERSON(number)},"photos":[{"value":"${picture}"}]}`, ']}', ','),
  'line.ldif': () => filled('dn: cn=a\nmail: ', 'x'),
  'folded.ldif': () => filled('dn: cn=a\nmail: a\n', ' x\n'),
  'entry.ldif': () => filled('dn: cn=a\n', 'mail: a@example.com\n'),
  'pictures.ldif': () =>
    pictures('', (number, picture) => `dn: cn=${number}\nmail: user${number}@example.com\njpegPhoto:: ${picture}\n\n`, ''),
};

/** Archives of text that packs to a thousandth. */
const BOMBS = {
  'bomb.csv.gz': () => Array.from({ length: size / (16 * MEGABYTE) }, () => gzipSync(Buffer.alloc(16 * MEGABYTE, 'x'))),
  'bomb.zip': () => [zipOf('bomb.csv', size)],
  'bomb.xlsx': () => [workbookOf('xl/sharedStrings.xml', '<si><t>a</t></si>')],
  'hidden-bomb.xlsx': () => [workbookOf('xl/worksheets/sheet2.xml', '<si><t>a</t></si>')],
  'lying-bomb.zip': () => [zipOf('bomb.csv', size, 100)],
};

/** A workbook whose list of texts has a name, and is one text over and over. */
function workbookOf(name, text) {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (...list) =>
    `<Relationships>${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
  const texts = Buffer.alloc(Math.min(size, 255 * MEGABYTE), text);
  return archiveOf([
    ['[Content_Types].xml', Buffer.from('<Types/>')],
    ['_rels/.rels', Buffer.from(relations(['r1', 'officeDocument', 'xl/workbook.xml']))],
    ['xl/workbook.xml', Buffer.from('<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>')],
    [
      'xl/_rels/workbook.xml.rels',
      Buffer.from(relations(['r1', 'worksheet', 'worksheets/sheet1.xml'], ['r2', 'sharedStrings', `/${name}`])),
    ],
    ['xl/worksheets/sheet1.xml', Buffer.from('<worksheet><sheetData><row r="1"><c t="s"><v>0</v></c></row></sheetData></worksheet>')],
    [name, texts],
  ]);
}

/** An archive of several files. */
function archiveOf(members) {
  const files = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of members) {
    const packed = deflateRawSync(content, { level: 1 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    files.push(Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed]));
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), common, place, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, list, Buffer.from('PK\u0005\u0006'), end]);
}

/** An archive of one file of one letter, and what it says of its size. */
function zipOf(name, length, said = length) {
  const content = Buffer.alloc(length, 'x');
  const packed = deflateRawSync(content, { level: 1 });
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(said, 18);
  common.writeUInt16LE(name.length, 22);
  const directory = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(30 + name.length + packed.length, 12);
  return Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed, directory, Buffer.from('PK\u0005\u0006'), end]);
}

function write(file, chunks) {
  const descriptor = openSync(file, 'w');
  for (const chunk of chunks) {
    writeSync(descriptor, typeof chunk === 'string' ? Buffer.from(chunk, file.endsWith('latin1.csv') ? 'latin1' : 'utf8') : chunk);
  }
  closeSync(descriptor);
}

function run(name, file) {
  const peak = `${folder}/peak`;
  const small = `${folder}/small.csv`;
  writeFileSync(small, 'email,name\na@example.com,Ada\n');
  const args = ['--import', `${root}bench/memory.mjs`, `${root}dist/cli.js`, 'check', '--mode', 'jit', '--old', small, '--new', file];
  const started = process.hrtime.bigint();
  const { status, signal, stderr } = spawnSync(process.execPath, args, {
    env: { ...process.env, PEAK_MEMORY: peak },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const seconds = (Number(process.hrtime.bigint() - started) / 1e9).toFixed(1);
  const megabytes = Math.round(Number(readFileSync(peak, 'utf8')) / 1024);
  const said = stderr.trim().split('\n')[0]?.replace(folder, '') ?? '';
  console.log(`${name.padEnd(20)} ${Math.round(statSync(file).size / MEGABYTE)} MB: exit ${status ?? signal}, peak ${megabytes} MB, ${seconds} s | ${said.slice(0, 150)}`);
}

mkdirSync(folder, { recursive: true });
const ALL = { ...CASES, ...BOMBS };
if (process.env.HOSTILE_CASE !== undefined) {
  write(`${folder}/${process.env.HOSTILE_CASE}`, ALL[process.env.HOSTILE_CASE]());
  process.exit();
}
for (const name of Object.keys(ALL)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const file = `${folder}/${name}`;
  try {
    // Elsewhere: a process begins with the peak of the one that starts it.
    spawnSync(process.execPath, process.argv.slice(1), { env: { ...process.env, HOSTILE_CASE: name }, stdio: 'inherit' });
    run(name, file);
  } finally {
    rmSync(file, { force: true });
  }
}
