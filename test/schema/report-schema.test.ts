import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, test } from 'vitest';
import * as z from 'zod/mini';
import { applicationsReportSchema, reportSchema } from '../../src/model/report.ts';
import { scenarioArgs, scenarios } from '../scenarios/scenario.ts';
import { checkReport } from '../support/command.ts';

const SHIPPED = new URL('../../schema/report.schema.json', import.meta.url).pathname;

const OF_APPLICATIONS = new URL('../../schema/applications-report.schema.json', import.meta.url).pathname;

test('schema/applications-report.schema.json is the schema in the code (npm run schema writes it)', async () => {
  const made = {
    $id: 'urn:idp-preflight:applications-report:1',
    title: 'idp-preflight report on several apps',
    ...z.toJSONSchema(applicationsReportSchema),
  };
  await expect(`${JSON.stringify(made, null, 2)}\n`).toMatchFileSnapshot(OF_APPLICATIONS);
});

describe('schema/report.schema.json', () => {
  it('is the schema in the code (npm run schema writes it)', async () => {
    const made = { $id: 'urn:idp-preflight:report:1', title: 'idp-preflight report', ...z.toJSONSchema(reportSchema) };
    await expect(`${JSON.stringify(made, null, 2)}\n`).toMatchFileSnapshot(SHIPPED);
  });

  const compile = () => new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(SHIPPED, 'utf8')));
  const answered = scenarios().filter(({ exit }) => exit === undefined);

  it.each(answered)('holds the report of $name', async (scenario) => {
    const validate = compile();
    for (const mode of scenario.modes) {
      const { report } = await checkReport(scenarioArgs(scenario, mode));
      validate(report);
      expect(validate.errors ?? []).toEqual([]);
      expect(reportSchema.safeParse(report).success).toBe(true);
    }
  });

  it('refuses a report with another field, or without one', async () => {
    const validate = compile();
    const [scenario] = answered;
    if (scenario === undefined) throw new Error('no scenario');
    const { report } = await checkReport(scenarioArgs(scenario, 'scim'));
    expect(validate({ ...report, extra: 1 })).toBe(false);
    const { gate: _, ...ungated } = report;
    expect(validate(ungated)).toBe(false);
  });
});
