import { describe, expect, it } from 'vitest';
import { doubtsOf } from '../../../src/crosswalk/doubts.ts';
import { CROSSWALK_HEADER } from '../../../src/crosswalk/index.ts';
import { PreflightError } from '../../../src/errors.ts';
import { readCrosswalk } from '../../../src/node/readers/crosswalk.ts';
import { crosswalkTemplate } from '../../../src/node/writers/crosswalk-csv.ts';
import { reconcile } from '../../../src/reconcile.ts';
import { tempFiles } from '../../support/temp.ts';

const A = 'ann@example.com';
const DECISION = { decision: 'same', old: { email: A, ids: {} }, new: { email: A, ids: {} } };

async function read(text: string | Uint8Array) {
  const { 'crosswalk.csv': file } = tempFiles({ 'crosswalk.csv': text });
  return (await readCrosswalk(file)).map(({ file: _, ...decision }) => decision);
}

async function fault(text: string): Promise<string> {
  try {
    await read(text);
  } catch (thrown) {
    if (thrown instanceof PreflightError) return `${thrown.code} ${thrown.line} ${thrown.message}`;
    throw thrown;
  }
  throw new Error('nothing is wrong');
}

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

describe('a crosswalk that a spreadsheet has saved', () => {
  it.each([
    ['with semicolons', `decision;old email;new email\r\nsame;${A};${A}\r\n`],
    ['with tabs and a mark', `\uFEFFdecision\told email\tnew email\r\nsame\t${A}\t${A}\r\n`],
    ['with empty columns behind', `decision,old email,new email,,,\nsame,${A},${A},,,\n`],
    ['with empty rows between', `decision,old email,new email\n,,\nsame,${A},${A}\n,,\n`],
    ['in capitals', `DECISION,OLD EMAIL,NEW EMAIL\nSAME,${A},${A}\n`],
  ])('is read %s', async (_, text) => {
    expect((await read(text)).map(({ line: _line, ...decision }) => decision)).toEqual([DECISION]);
  });

  it('is read in UTF-16 and Windows-1252', async () => {
    const text = `decision,old email,new email,note\nsame,${A},${A},Jürg\n`;
    const expected = [{ ...DECISION, note: 'Jürg', line: 2 }];
    expect(await read(Buffer.from(text, 'latin1'))).toEqual(expected);
    expect(await read(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toEqual(expected);
  });

  it('names the physical line, also behind a note of several', async () => {
    const text = `decision,old email,new email,note\nsame,${A},${A},"a\nb"\ndifferent,${A},${A},\n`;
    expect((await read(text)).map(({ line }) => line)).toEqual([2, 4]);
  });
});

describe('what is no crosswalk', () => {
  it('is refused, with its line', async () => {
    expect(await fault(`decision,old email\nyes,${A}\n`)).toMatch(/^ERR_CROSSWALK 2 Unknown decision "yes"/);
    expect(await fault(`decision,old email\nsame,${A},more\n`)).toMatch(
      /^ERR_CROSSWALK 2 Cell 3 stands under no header/,
    );
    expect(await fault(`decision,old email\nsame,"${A}\n`)).toMatch(
      /^ERR_CROSSWALK 2 A row of the crosswalk cannot be read/,
    );
    expect(await fault(`sso,name\n${A},Ann\n`)).toMatch(/^ERR_CROSSWALK 1 There is no column "sso"/);
    expect(await fault('[{"decision": "same"}]')).toMatch(/^ERR_CROSSWALK undefined A crosswalk is CSV/);
  });
});

it('reads back what is written, the header included', async () => {
  const name = '=HYPERLINK("x";"y")';
  const lists = { old: [{ sso: A, name, ids: { 'employee-id': '007' } }], new: [{ sso: A, name: "Cem\n'Ito'" }] };
  const doubts = reconcile(lists, { mode: 'jit' }).people.flatMap(doubtsOf);
  const text = await textOf(crosswalkTemplate(doubts).csv);
  expect(text.split('\r\n')[0]).toBe(`\uFEFF${CROSSWALK_HEADER.join(',')}`);
  expect(await read(text)).toEqual([
    {
      old: { email: A, name, ids: { 'employee-id': '007' } },
      new: { email: A, name: "Cem\n'Ito'", ids: {} },
      line: 2,
    },
  ]);
});
