import { describe, expect, test } from 'vitest';
import { detectDialect } from '../../../src/node/readers/dialect.ts';

function dialectOf(text: string) {
  const utf8 = Buffer.from(text);
  const { delimiter, offset, lines } = detectDialect(utf8);
  return { delimiter, lines, header: utf8.toString('utf8', offset).split(/[\r\n]/)[0] };
}

describe('the delimiter', () => {
  test.each([
    ['email,name\n', ','],
    ['email;name\n', ';'],
    ['email\tname\n', '\t'],
    ['email\n', ','],
    ['', ','],
    ['email;name, full;id\n', ';'],
    ['"a,b,c,d";email;name\n', ';'],
    ['"a ""quoted"", text, here";email\n', ';'],
    ['"a\nb,c,d,e";email\n', ';'],
    ['email;name\na,b,c,d,e,f\n', ';'],
    ['email;name\r\na,b,c,d,e,f\r\n', ';'],
    ['email;name\ra,b,c,d,e,f\r', ';'],
  ])('of %j is %j', (text, delimiter) => {
    expect(dialectOf(text).delimiter).toBe(delimiter);
  });
});

describe('lines before the header', () => {
  test.each([
    ['sep=;\nemail;name\n', ';', 1],
    ['sep=;\r\nemail,name;x\r\n', ';', 1],
    ['sep=,\remail,name\r', ',', 1],
    ['SEP=|\nemail|name\n', '|', 1],
    ['"sep=;"\nemail;name\n', ';', 1],
    ['sep=\t\nemail\tname\n', '\t', 1],
    ['#TYPE System.Management.Automation.PSCustomObject\n"email","name"\n', ',', 1],
    ['"#TYPE Microsoft.ActiveDirectory.Management.ADUser"\r\nemail;name\r\n', ';', 1],
    ['#type Selected.System.String,a\nemail;name\n', ';', 1],
    ['version:v1.0\nemail,name\n', ',', 1],
    ['version:v1.0,,,,\nemail;name\n', ';', 1],
    ['version:v1.0;;\nemail;name\n', ';', 1],
    ['"version:v1.0",,\nemail,name\n', ',', 1],
    ['\n\r\n\remail;name\n', ';', 3],
    [' \n\u00A0\nemail,name\n', ',', 2],
    ['\nsep=;\n\n#TYPE x\nemail;name,x\n', ';', 4],
  ])('%j', (text, delimiter, lines) => {
    const found = dialectOf(text);
    expect(found).toMatchObject({ delimiter, lines });
    expect(found.header).toMatch(/^"?email/);
  });

  test.each([
    'sep=;;\nemail\n',
    'separator;sep=;\n',
    '#TYPED;email\n',
    'type;#TYPE x\n',
    'version;email\n',
    'version:v1.0;email\n',
    'email;name\n\nsep=,\n',
    '# comment;email\n',
  ])('%j begins with its header', (text) => {
    expect(dialectOf(text)).toMatchObject({ delimiter: ';', lines: 0 });
  });
});
