import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { CrosswalkDecision } from '../../src/model/crosswalk.ts';
import { crosswalkDecisionSchema } from '../../src/model/crosswalk.ts';

const SHIPPED = new URL('../../schema/crosswalk.schema.json', import.meta.url).pathname;

describe('schema/crosswalk.schema.json', () => {
  it('is the schema in the code (npm run schema writes it)', async () => {
    const made = {
      $id: 'urn:idp-preflight:crosswalk:1',
      title: 'idp-preflight crosswalk, as decisions',
      ...z.toJSONSchema(z.array(crosswalkDecisionSchema)),
    };
    await expect(`${JSON.stringify(made, null, 2)}\n`).toMatchFileSnapshot(SHIPPED);
  });

  it('holds decisions, and nothing else', () => {
    const decisions: CrosswalkDecision[] = [
      {
        decision: 'same',
        old: { email: 'ann@example.com' },
        new: { ids: { 'employee-id': '00123' } },
        note: 'asked her',
      },
      { decision: 'different', old: { username: 'bob' }, app: 'bob@example.com' },
      { old: { email: 'cem@example.com' }, new: { email: 'cem@example.org' }, line: 3 },
    ];
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(SHIPPED, 'utf8')));
    validate(decisions);
    expect(validate.errors ?? []).toEqual([]);
    for (const faulty of [{ decision: 'yes' }, { old: { row: 3 } }, { who: 'ann' }, { line: 0 }]) {
      expect(validate([faulty]), JSON.stringify(faulty)).toBe(false);
    }
  });
});
