import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import * as core from '../../../src/index.ts';
import type { Person } from '../../../src/model/person.ts';
import { writeTo } from '../../../src/node/writers/standard-output.ts';
import { stageFile } from '../../../src/node/writers/whole-file.ts';
import { loadUsers, type Reconciliation, type ReportFormat, reconcile, render } from '../../../src/node.ts';
import { FINDING_HEADER } from '../../../src/reporters/finding-rows.ts';
import { whole } from '../../reporters/whole.ts';
import { runCommand } from '../../support/command.ts';
import { linesOf, readCsvReport, valueIn } from '../../support/csv-report.ts';
import { tempDirectory, tempFiles } from '../../support/temp.ts';

const users = (from: string, count = 1) =>
  Array.from({ length: count }, (_, n) => ({ sso: `${from}${n}@example.com`, ids: { 'employee-id': `0${n + 1}` } }));
const closed = reconcile({ old: users('a', 9), new: users('A', 9) }, { mode: 'jit' });
const open = reconcile({ old: users('a'), new: users('a') }, { mode: 'jit' });

/** A reconciliation of very many, that counts the people who were looked at after the gate has seen all. */
function watched(
  count: number,
  faultAt = Number.POSITIVE_INFINITY,
): { reconciliation: Reconciliation; seen: () => number } {
  const { people, ...rest } = closed;
  const [person] = people as [Person];
  let round = 0;
  let seen = 0;
  function* everyone(): Generator<Person> {
    round += 1;
    const isRendering = round > 1;
    for (let n = 0; n < count; n += 1) {
      if (isRendering) seen = n + 1;
      if (isRendering && n === faultAt) throw new TypeError('the report broke');
      yield person;
    }
  }
  const list = { [Symbol.iterator]: everyone } as unknown as readonly Person[];
  return { reconciliation: { ...rest, people: list }, seen: () => seen };
}

describe('csv', () => {
  it('is UTF-8 with a byte order mark, CRLF, every cell in quotes, the header first', async () => {
    const lines = linesOf(await whole('csv', closed));
    expect(lines[0]).toBe(FINDING_HEADER.join(','));
    for (const line of lines.slice(1)) expect(line).toMatch(/^"(?:[^"]|"")*"(?:,"(?:[^"]|"")*"){56}$/);
    expect(lines.length).toBeGreaterThan(9);
  });

  it('has its header where there is no finding', async () => {
    expect(await whole('csv', open)).toBe(`\uFEFF${FINDING_HEADER.join(',')}\r\n`);
    expect(await whole('csv', { ...open, people: [] })).toBe(`\uFEFF${FINDING_HEADER.join(',')}\r\n`);
  });

  it('holds every finding anyway, so that all changes nothing', async () => {
    expect(await whole('csv', closed, { all: true, color: true })).toBe(await whole('csv', closed));
  });

  it('reads back through the reader of exports', async () => {
    const strange = [{ sso: ' =1+1', name: 'a\r\nb\u202E"', ids: { 'employee-id': '00123' } }];
    const csv = await whole('csv', reconcile({ old: strange, new: users('a') }, { mode: 'jit' }));
    const { users: read, inputs } = await loadUsers(Readable.from([csv]), {
      side: 'old',
      file: 'report.csv',
      map: { sso: 'old sso', name: 'old name', 'employee-id': 'old employee id', scim: '-' },
    });
    const [input] = inputs;
    expect(input).toMatchObject({ encoding: 'utf-8', delimiter: ',', records: readCsvReport(csv).length, rejected: 0 });
    const [user] = read.filter(({ sso }) => sso);
    expect(valueIn(user?.sso ?? '')).toBe(' =1+1');
    expect(valueIn(user?.name ?? '')).toBe('a\r\nb\u202E"');
    expect(valueIn(user?.ids?.['employee-id'] ?? '')).toBe('00123');
  });
});

describe('where csv is known', () => {
  it('is the door for Node, by its types too', async () => {
    const formats: ReportFormat[] = ['text', 'json', 'ndjson', 'csv', 'notify'];
    for (const format of formats) expect(await whole(format, closed)).not.toBe('');
    // @ts-expect-error there is no such format
    await expect(whole('pdf', closed)).rejects.toThrow('Known: text, json, ndjson, csv, notify.');
  });

  it('is not the other door, which says so', async () => {
    // @ts-expect-error it needs Node
    const pieces = core.render('csv', closed);
    const refusal = { code: 'ERR_UNKNOWN_FORMAT', message: expect.stringMatching(/csv.*idp-preflight\/node/) };
    await expect(pieces[Symbol.asyncIterator]().next()).rejects.toMatchObject(refusal);
  });

  it('is the command line', async () => {
    const [old = '', next = ''] = Object.values(
      tempFiles({ 'old.csv': 'email\nann@example.com\n', 'new.csv': 'email\nAnn@example.com\n' }),
    );
    const args = ['check', '--old', old, '--new', next, '--mode', 'jit', '--report'];
    const { status, stdout } = await runCommand([...args, 'csv']);
    expect(status).toBe(1);
    expect(readCsvReport(stdout).map(({ kind }) => kind)).toContain('sso-email-mismatch');
    const file = join(old, '..', 'report.csv');
    expect((await runCommand([...args, `csv=${file}`])).status).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe(stdout);
  });
});

describe('as a stream', () => {
  it('is made as it is asked for', async () => {
    const { reconciliation, seen } = watched(100_000);
    const pieces = render('csv', reconciliation)[Symbol.asyncIterator]();
    for (let n = 0; n < 3; n += 1) await pieces.next();
    for (let n = 0; n < 50; n += 1) await setImmediate();
    expect(seen()).toBeGreaterThan(0);
    expect(seen()).toBeLessThan(1000);
    await pieces.return?.();
  });

  it('ends where nobody asks any more', async () => {
    const { reconciliation, seen } = watched(1_000_000);
    for (const most of [1, 2, 5]) {
      let taken = 0;
      for await (const _ of render('csv', reconciliation)) if (++taken === most) break;
      // A row that was under way is made to its end.
      await setImmediate();
      const then = seen();
      for (let n = 0; n < 20; n += 1) await setImmediate();
      expect(seen()).toBe(then);
      expect(then).toBeLessThan(2000);
    }
  });

  it('ends quietly where a pipe is closed', async () => {
    const { reconciliation, seen } = watched(1_000_000);
    let written = 0;
    const head = new Writable({
      highWaterMark: 1,
      write: (_chunk, _encoding, done) =>
        done(++written < 3 ? null : Object.assign(new Error('closed'), { code: 'EPIPE' })),
    });
    await writeTo(head, render('csv', reconciliation));
    expect(seen()).toBeLessThan(2000);
  });

  it.each([0, 1, 20, 5000])('passes on a fault at person %i, and leaves the file as it was', async (faultAt) => {
    const { reconciliation } = watched(10_000, faultAt);
    const directory = tempDirectory();
    const file = join(directory, 'report.csv');
    writeFileSync(file, 'before');
    const fault = { code: 'ERR_INTERNAL', cause: expect.any(TypeError) };
    await expect(stageFile(file, render('csv', reconciliation))).rejects.toMatchObject(fault);
    expect(readdirSync(directory)).toEqual(['report.csv']);
    expect(readFileSync(file, 'utf8')).toBe('before');
  });
});
