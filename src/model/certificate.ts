import * as z from 'zod/mini';
import { OUTCOMES } from './person.ts';
import { MODES } from './reconciliation.ts';
import { ATTRIBUTES } from './user.ts';

/** What a certificate calls itself, so that nothing else is taken for one. */
export const CERTIFICATE_KIND = 'idp-preflight-certificate';

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const time = z.iso.datetime({ precision: 3 });
const perSide = z.strictObject({ old: z.int(), new: z.int(), app: z.int() });

const certifiedFileSchema = z.strictObject({ file: z.string(), sha256: hash, bytes: z.int() });

/** A file as it was when the gate was found open. `file` is a path from the folder of the certificate, with `/`. */
export type CertifiedFile = z.infer<typeof certifiedFileSchema>;

const certifiedInputSchema = z.extend(certifiedFileSchema, {
  side: z.enum(['old', 'new', 'app']),
  profile: z.string(),
  sent: z.array(z.enum(ATTRIBUTES)),
  records: z.int(),
  users: z.int(),
  rejected: z.int(),
  excluded: z.int(),
});

/** An export as it was, and what was read of it; `sent` are the email attributes that have a column. */
export type CertifiedInput = z.infer<typeof certifiedInputSchema>;

const body = {
  serviceProvider: z.string(),
  mode: z.enum(MODES),
  compare: z.string(),
  verdict: z.strictObject({
    status: z.enum(['open', 'closed']),
    reasons: z.array(z.strictObject({ code: z.string(), count: z.int() })),
  }),
  counts: z.strictObject({
    users: perSide,
    active: perSide,
    paired: z.int(),
    pairedByEmailAlone: z.int(),
    owners: z.int(),
    outcomes: z.record(z.enum(OUTCOMES), z.int()),
    findings: z.record(z.string(), z.int()),
  }),
  waivers: z.array(z.strictObject({ id: z.string(), expires: z.iso.date(), applied: z.int() })),
  budgets: z.array(
    z.strictObject({
      id: z.string(),
      outcome: z.enum(OUTCOMES),
      expires: z.iso.date(),
      allowed: z.int(),
      people: z.int(),
    }),
  ),
  policyDigest: hash,
  inputs: z.array(certifiedInputSchema).check(z.minLength(1)),
};

/** What was found of one app. */
const certifiedApplicationSchema = z.strictObject({ application: z.string(), ...body });
/** What was found of one of several apps. */
export type CertifiedApplication = z.infer<typeof certifiedApplicationSchema>;
export type CertifiedBody = Omit<CertifiedApplication, 'application'>;

const head = {
  kind: z.literal(CERTIFICATE_KIND),
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('idp-preflight'), version: z.string() }),
  created: time,
  expires: time,
  crosswalk: z.nullable(certifiedFileSchema),
  config: z.nullable(certifiedFileSchema),
  signature: z.optional(
    z.strictObject({
      algorithm: z.literal('Ed25519'),
      keyId: hash,
      value: z.string().check(z.regex(/^[0-9a-f]{128}$/)),
    }),
  ),
  digest: hash,
};

/** Of one app. */
export const soleCertificateSchema = z.strictObject({ ...head, ...body });
/** Of several apps. */
export const applicationsCertificateSchema = z.strictObject({
  ...head,
  applications: z.array(certifiedApplicationSchema).check(z.minLength(1)),
});

/**
 * That the gate was open, for whom and on what it rested, schema version 1; without a word about any person. It is the
 * canonical JSON of RFC 8785 and a line feed, nothing more. `schema/certificate.schema.json` is made from it.
 */
export const certificateSchema = z.union([soleCertificateSchema, applicationsCertificateSchema]);
/** That the gate was open for several apps. */
export type ApplicationsCertificate = z.infer<typeof applicationsCertificateSchema>;
/** That the gate was open: of one app, or, with `applications`, of several. */
export type Certificate = z.infer<typeof certificateSchema>;
