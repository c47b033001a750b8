import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reconcile, render, type UserRecord } from '../../src/index.ts';
import type { Report } from '../../src/model/report.ts';
import { ROOT } from '../architecture/sources.ts';
import { runCommand } from '../support/command.ts';
import { tempFiles } from '../support/temp.ts';
import { whole } from './whole.ts';

const addresses = ['a', 'b', 'c'].map((name) => ({ sso: `${name}@example.com` }));
const oneDiffers = reconcile(
  { old: addresses, new: [...addresses.slice(0, 2), { sso: 'C@example.com' }] },
  { mode: 'jit' },
);

const lines = (text: string): string[] => text.split('\n').slice(0, -1);

describe('ndjson', () => {
  it('is one person a line, the same text as in the json report', async () => {
    const unit = fc.oneof(
      fc.constantFrom('\uD800', '\u2028', '\u001b', '\u202E', '"', '\n'),
      fc.string({ unit: 'binary' }),
    );
    const side = fc.array(fc.record({ sso: unit, name: unit }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(side, side, fc.boolean(), async (old, next, all) => {
        const reconciliation = reconcile({ old, new: next }, { mode: 'jit' });
        const ndjson = await whole('ndjson', reconciliation, { all });
        const json = await whole('json', reconciliation, { all });
        const people = lines(ndjson);
        expect(people.map((line) => JSON.parse(line))).toEqual((JSON.parse(json) as Report).people);
        for (const line of people) expect(json).toContain(`\n    ${line}`);
        expect(ndjson).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: 200 },
    );
  });

  it('has on every line what the schema of the report says of a person', async () => {
    const schema = JSON.parse(readFileSync(join(ROOT, 'schema/report.schema.json'), 'utf8'));
    const validate = new Ajv2020({ strict: false }).compile(schema.properties.people.items);
    const people = lines(await whole('ndjson', oneDiffers, { all: true }));
    expect(people).toHaveLength(3);
    for (const line of people) {
      validate(JSON.parse(line));
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  it('leaves out whoever needs nothing, unless all are asked for', async () => {
    expect(lines(await whole('ndjson', oneDiffers)).map((line) => JSON.parse(line).outcome)).toEqual([
      'duplicate-account',
    ]);
    expect(lines(await whole('ndjson', oneDiffers, { all: true }))).toHaveLength(3);
  });

  it('is empty where nobody needs anything', async () => {
    expect(await whole('ndjson', reconcile({ old: addresses, new: addresses }, { mode: 'jit' }))).toBe('');
    expect(await whole('ndjson', { ...oneDiffers, people: [] })).toBe('');
  });

  it('holds people and nothing else: what is said of the inputs, and the verdict, are in the json report', async () => {
    const [old = '', next = ''] = Object.values(
      tempFiles({ 'old.csv': 'email\nann@example.com\n"b"ob@example.com\n', 'new.csv': 'email\nAnn@example.com\n' }),
    );
    const files = ['check', '--old', old, '--new', next, '--mode', 'jit'];
    const ran = await runCommand([...files, '--report', 'ndjson', '--all']);
    expect(ran.status).toBe(1);
    expect(lines(ran.stdout).every((line) => Object.hasOwn(JSON.parse(line), 'outcome'))).toBe(true);
    expect(ran.stdout).not.toContain('record-rejected');
    const json = JSON.parse((await runCommand([...files, '--report', 'json'])).stdout) as Report;
    expect(json.inputFindings.map(({ kind }) => kind)).toContain('record-rejected');
    expect(json.gate.status).toBe('closed');
  });

  it('makes a line when it is asked for', async () => {
    const many: UserRecord[] = Array.from({ length: 1000 }, (_, n) => ({ sso: `${n}@example.com` }));
    const reconciliation = reconcile({ old: many, new: addresses }, { mode: 'jit' });
    let read = 0;
    const counting = new Proxy(reconciliation.people, {
      get: (people, property) => {
        if (typeof property === 'string' && /^\d+$/.test(property)) read += 1;
        return Reflect.get(people, property);
      },
    });
    const pieces = render('ndjson', { ...reconciliation, people: counting });
    for await (const _ of pieces) break;
    // The verdict of the gate looks at everyone first.
    expect(read).toBeLessThan(reconciliation.people.length + 10);
  });
});
