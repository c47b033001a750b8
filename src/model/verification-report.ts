import * as z from 'zod/mini';
import { findingSchema, SEVERITIES } from './finding.ts';
import { inputSummarySchema } from './input.ts';
import { OUTCOMES } from './person.ts';
import { MODES } from './reconciliation.ts';
import { userSchema } from './user.ts';
import { ACCOUNT_RESULTS, SYNC_RESULTS } from './verification.ts';
import { waiverMarkSchema } from './waiver-mark.ts';

const accountRows = z.strictObject({ ofPeople: z.int(), unexpected: z.int(), removed: z.int() });
const scimRows = z.strictObject({ ofPeople: z.int(), unexpected: z.int(), inactive: z.int() });

/** The JSON report of `verify`, schema version 1. `schema/verification.schema.json` is made from it. */
export const verificationSchema = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('idp-preflight'), version: z.string() }),
  createdAt: z.string(),
  organization: z.nullable(z.string()),
  baseline: z.strictObject({
    application: z.nullable(z.string()),
    createdAt: z.string(),
    version: z.string(),
    serviceProvider: z.string(),
    mode: z.enum(MODES),
    compare: z.string(),
    gate: z.enum(['open', 'closed']),
    listed: z.boolean(),
    people: z.int(),
    withheld: z.int(),
  }),
  verdict: z.strictObject({
    status: z.enum(['verified', 'not-verified']),
    reasons: z.array(z.strictObject({ code: z.string(), count: z.int(), message: z.string() })),
  }),
  notVerified: z.array(z.string()),
  inputs: z.array(inputSummarySchema),
  inputFindings: z.array(findingSchema),
  summary: z.strictObject({
    people: z.int(),
    strangers: z.int(),
    accounts: z.nullable(z.record(z.enum(ACCOUNT_RESULTS), z.int())),
    syncs: z.nullable(z.record(z.enum(SYNC_RESULTS), z.int())),
    rows: z.strictObject({ app: z.nullable(accountRows), scim: z.nullable(scimRows) }),
    waived: z.int(),
    findings: z.record(z.string(), z.int()),
    severities: z.record(z.enum(SEVERITIES), z.int()),
  }),
  people: z.array(
    z.strictObject({
      old: z.nullable(userSchema),
      new: z.nullable(userSchema),
      app: z.nullable(userSchema),
      predicted: z.nullable(z.enum(OUTCOMES)),
      owner: z.boolean(),
      account: z.nullable(z.enum(ACCOUNT_RESULTS)),
      sync: z.nullable(z.enum(SYNC_RESULTS)),
      accounts: z.array(userSchema),
      synced: z.array(userSchema),
      findings: z.array(findingSchema),
      waiver: z.optional(waiverMarkSchema),
    }),
  ),
});
/** The JSON report of `verify` as a type. */
export type VerificationReport = z.infer<typeof verificationSchema>;
