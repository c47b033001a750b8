import * as z from 'zod/mini';
import { findingSchema, SEVERITIES } from './finding.ts';
import { inputSummarySchema } from './input.ts';
import { OUTCOMES, personSchema } from './person.ts';
import { MODES } from './reconciliation.ts';

const perSide = z.strictObject({ old: z.int(), new: z.int(), app: z.int() });

/** How many there are of whom and of what; a certificate has the same. */
export const counts = {
  users: perSide,
  active: perSide,
  paired: z.int(),
  pairedByEmailAlone: z.int(),
  owners: z.int(),
  outcomes: z.record(z.enum(OUTCOMES), z.int()),
  findings: z.record(z.string(), z.int()),
};

const head = {
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('idp-preflight'), version: z.string() }),
  createdAt: z.string(),
};
const gate = z.strictObject({
  status: z.enum(['open', 'closed']),
  reasons: z.array(z.strictObject({ code: z.string(), count: z.int(), message: z.string() })),
});
const body = {
  serviceProvider: z.string(),
  mode: z.enum(MODES),
  compare: z.string(),
  inputs: z.array(inputSummarySchema),
  inputFindings: z.array(findingSchema),
  summary: z.strictObject({ ...counts, severities: z.record(z.enum(SEVERITIES), z.int()) }),
  gate,
  people: z.array(personSchema),
};

/** The JSON report, schema version 1. `schema/report.schema.json` is made from it. */
export const reportSchema = z.strictObject({ ...head, ...body });
export type Report = z.infer<typeof reportSchema>;

/** The JSON report on several apps, schema version 1. `schema/applications-report.schema.json` is made from it. */
export const applicationsReportSchema = z.strictObject({
  ...head,
  gate,
  applications: z.array(z.strictObject({ application: z.string(), ...body })),
});
export type ApplicationsReport = z.infer<typeof applicationsReportSchema>;
