import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runInspect } from '../../src/cli/inspect-command.ts';
import { inspect } from '../../src/node/inspect.ts';
import { ROOT } from '../architecture/sources.ts';
import { tempDirectory, tempFiles } from '../support/temp.ts';
import { exitStatus, inspectionReport, inspectionText, runInspection } from './inspected.ts';

const GOOD = 'email,name\nann@example.com,Ann Lee\n';

describe('inspect', () => {
  it('ends in 0 where every file was read', async () => {
    const files = tempFiles({ 'a.csv': GOOD });
    const { status, stdout, stderr } = await runInspection([files['a.csv']]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('a.csv');
  });

  it.each([
    ['empty', ''],
    ['header only', 'email,name\n'],
    ['no header', 'ann@example.com,Ann Lee\nbob@example.com,Bob Roe\n'],
    ['a spreadsheet', 'PK\u0003\u0004rest'],
    ['a web page', '<!DOCTYPE html>\n<html></html>\n'],
    ['broken JSON', '[{"email": "ann@example.com"},]'],
    ['JSON that was cut off', '[{"email": "ann@example.com"}, {"ema'],
    ['JSON without users', '{"error": {"code": "Unauthorized"}}'],
    ['an empty list', '[]'],
    ['a page of several', '{"@odata.nextLink": "x", "value": [{"mail": "a@x.com", "userPrincipalName": "a@x.com"}]}'],
  ])('says of %s what check says, and goes on with the others', async (_, content) => {
    const files = tempFiles({ 'bad.csv': content, 'good.csv': GOOD });
    const { status, stdout, stderr } = await runInspection([files['bad.csv'], files['good.csv']]);
    expect(status).toBe(2);
    expect(stderr).toBe((await exitStatus(['check', '--old', files['bad.csv'], '--new', files['good.csv']])).stderr);
    expect(stdout).toContain('Could not be read');
    expect(stdout).toContain('good.csv');
    const report = await inspectionReport([files['bad.csv'], files['good.csv']]);
    expect(report.failures.map(({ file }) => file)).toEqual([files['bad.csv']]);
    expect(report.files.map(({ file }) => file)).toEqual([files['good.csv']]);
  });

  it('prints nothing where no file could be read, and JSON all the same', async () => {
    const missing = join(tempDirectory(), 'missing.csv');
    const { status, stdout, stderr } = await runInspection([missing]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('no such file');
    expect(await inspectionReport([missing])).toMatchObject({ files: [], next: null, overlaps: [] });
  });

  it('needs files, and reads standard input once', async () => {
    expect((await runInspection([])).status).toBe(2);
    expect((await runInspection(['-', '-'])).stderr).toContain('only once');
  });

  it('takes files for pages of one export that say they are', async () => {
    const user = (name: string) => `{"mail": "${name}@x.com", "userPrincipalName": "${name}@x.com"}`;
    const files = tempFiles({
      '1.json': `{"@odata.nextLink": "x", "value": [${user('a')}, ${user('b')}]}`,
      '2.json': `{"value": [${user('c')}]}`,
      'old.csv': 'email\na@x.com\nb@x.com\nc@x.com\n',
    });
    const inspection = await inspect([files['old.csv'], files['1.json'], files['2.json']]);
    expect(inspection.failures).toEqual([]);
    expect(inspection.files.map(({ side }) => side)).toEqual(['old', 'new', 'new']);
    expect(inspection.overlaps).toHaveLength(1);
    expect(inspection.overlaps[0]?.emails[0]).toMatchObject({ inBoth: 3, onlyOld: 0, onlyNew: 0 });
    expect((await exitStatus(inspection.next?.args ?? [])).status).toBe(0);
  });

  it('ends quietly where nobody reads on', async () => {
    const files = tempFiles({ 'a.csv': GOOD });
    const closed = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('closed'), { code: 'EPIPE' })),
    });
    const said: string[] = [];
    const stderr = new Writable({
      write: (chunk, _encoding, done) => {
        said.push(String(chunk));
        done();
      },
    });
    const command = { files: [files['a.csv']], all: false, quiet: false, color: false, progress: false } as const;
    const line = { stdout: closed, stderr, env: {}, now: () => new Date(0) };
    expect(await runInspect({ ...command, reports: [{ format: 'text', file: null }] }, line)).toBe(0);
    expect(said).toEqual([]);
  });

  it('writes to files, and never to an export', async () => {
    const directory = tempDirectory();
    const files = tempFiles({ 'a.csv': GOOD });
    const target = join(directory, 'a.json');
    const written = await runInspection([files['a.csv']], { reports: [{ format: 'json', file: target }] });
    expect(written).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(JSON.parse(readFileSync(target, 'utf8')).schemaVersion).toBe(1);
    const refused = await runInspection([files['a.csv']], { reports: [{ format: 'json', file: files['a.csv'] }] });
    expect(refused.status).toBe(2);
    expect(readFileSync(files['a.csv'], 'utf8')).toBe(GOOD);
  });

  it('names the formats that a header comes close to', async () => {
    const files = tempFiles({ 'a.csv': 'firstName,lastName,email\nAnn,Lee,ann@example.com\n' });
    const [found] = (await inspect([files['a.csv']])).files;
    expect(found?.profile).toMatchObject({ id: 'generic', decidedBy: [] });
    expect(found?.profile.close[0]).toEqual({
      id: 'okta-csv-import-template',
      found: ['firstName', 'lastName', 'email'],
      missing: ['login'],
    });
    expect(await inspectionText([files['a.csv']])).toMatch(/close to\s+okta-csv-import-template, but for “login”/);
  });

  it('groups domains whatever their letter case', async () => {
    const domains = Array.from({ length: 12 }, (_, n) => `p@d${String(n).padStart(2, '0')}.com\n`).join('');
    const files = tempFiles({ 'a.csv': `email\na@x.com\nb@X.com\nc@x.COM \n${domains}` });
    const [found] = (await inspect([files['a.csv']])).files;
    const [email] = found?.domains ?? [];
    expect(email?.top[0]).toEqual({ domain: 'x.com', addresses: 3, spellings: 3 });
    expect(email?.top).toHaveLength(10);
    expect(email).toMatchObject({ otherDomains: 3, otherAddresses: 3 });
  });
});

describe('what is hostile in a file', () => {
  const LIVE = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]/;
  const EVIL = 'x\u001B]0;owned\u0007\u202E\u200B\u009B31m\u2028y';
  const contents: Record<string, string> = {
    header: `email,${EVIL},"a\nb"\na@x.com,1,2\n`,
    'email column': `${EVIL} email,name\na@x.com,A\n`,
    domain: `email,name\na@${EVIL}.com,A\n`,
    status: `email,status\na@x.com,${EVIL}\n`,
    cells: `email,employeeId\n${EVIL},${EVIL}\n`,
    'duplicate header': `email,${EVIL},${EVIL}\na@x.com,1,2\n`,
    'lossy column': `email,${EVIL}\na@x.com,#N/A\n`,
    'JSON keys': JSON.stringify([{ email: 'a@x.com', [EVIL]: EVIL, __proto__x: 1, constructor: 'c', toString: 't' }]),
    'very long': `email,${'h'.repeat(5000)}\n${'a'.repeat(100_000)}@x.com,1\n`,
    'many columns': `email,${Array.from({ length: 3000 }, (_, n) => `c${n}`).join(',')}\na@x.com${',1'.repeat(3000)}\n`,
    'empty columns': 'email,login,employeeId,id,status\na@x.com,,,,\nb@x.com,,,,\n',
    'only blank records': 'email,name\n,\n , \n',
    'blank headers': ',,\na@x.com,b,c\n',
    'no letters': 'email\n@\n@@\n \n',
    prototypes: 'email,__proto__,constructor\na@__proto__,1,2\nb@constructor,3,4\n__proto__@x,5,6\n',
  };

  it.each(Object.entries(contents))('is not live: %s', async (_, content) => {
    const files = tempFiles({ 'a.csv': content, 'b.csv': 'mail,name\na@x.com,A\n' });
    for (const order of [[files['a.csv']], [files['a.csv'], files['b.csv']], [files['b.csv'], files['a.csv']]]) {
      for (const all of [false, true]) {
        const { status, stdout, stderr } = await runInspection(order, { all });
        // Nothing that check could read is beyond it, with whatever map.
        expect(status, stderr).toBe(content.startsWith(',,') ? 2 : 0);
        expect(stdout + stderr).not.toMatch(LIVE);
      }
      const { stdout } = await runInspection(order, { reports: [{ format: 'json', file: null }] });
      expect(stdout).not.toMatch(LIVE);
      expect(JSON.parse(stdout).schemaVersion).toBe(1);
    }
  });

  it('nor the name of a file', async () => {
    const { stdout, stderr } = await runInspection([join(ROOT, `nowhere${EVIL}`)]);
    expect(stdout + stderr).not.toMatch(LIVE);
  });
});
