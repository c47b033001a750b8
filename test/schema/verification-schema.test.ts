import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { verificationSchema } from '../../src/model/verification-report.ts';
import { verifyReport } from '../verify/scenario.ts';

const SHIPPED = new URL('../../schema/verification.schema.json', import.meta.url).pathname;

describe('schema/verification.schema.json', () => {
  it('is the schema in the code (npm run schema writes it)', async () => {
    const made = {
      $id: 'urn:idp-preflight:verification:1',
      title: 'idp-preflight report of verify',
      ...z.toJSONSchema(verificationSchema),
    };
    await expect(`${JSON.stringify(made, null, 2)}\n`).toMatchFileSnapshot(SHIPPED);
  });

  it('holds the report of a switch in which everything goes wrong, and no other', async () => {
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(SHIPPED, 'utf8')));
    const report = await verifyReport();
    validate(report);
    expect(validate.errors ?? []).toEqual([]);
    expect(verificationSchema.safeParse(report).success).toBe(true);
    expect(validate({ ...report, extra: 1 })).toBe(false);
  });
});
