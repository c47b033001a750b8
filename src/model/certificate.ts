import * as z from 'zod/mini';
import { OUTCOMES, type Outcome } from './person.ts';
import { MODES, type Mode, type Summary } from './reconciliation.ts';
import { counts } from './report.ts';
import { ATTRIBUTES, type Attribute, type Side } from './user.ts';

/** What a certificate calls itself, so that nothing else is taken for one. */
export const CERTIFICATE_KIND = 'idp-preflight-certificate';

/** A file as it was when the gate was found open. */
export interface CertifiedFile {
  /** Its path from the folder of the certificate, with `/`. */
  readonly file: string;
  /** SHA-256 of its bytes as 64 hexadecimal digits. */
  readonly sha256: string;
  /** Its size. */
  readonly bytes: number;
}

/** An export as it was, and what was read of it. */
export interface CertifiedInput extends CertifiedFile {
  /** The list that it belongs to. */
  readonly side: Side;
  /** The export format, one of `ProfileId`. */
  readonly profile: string;
  /** The email attributes that have a column. */
  readonly sent: readonly Attribute[];
  /** Records in the file. */
  readonly records: number;
  /** Records that were read as users. */
  readonly users: number;
  /** Records that could not be read. */
  readonly rejected: number;
  /** Records that were left out. */
  readonly excluded: number;
}

/** What was found of one app. */
export interface CertifiedBody {
  /** Whose behaviour was predicted, one of `ServiceProviderId`. */
  readonly serviceProvider: string;
  /** What provisions accounts after the switch. */
  readonly mode: Mode;
  /** The compare policy that was applied. */
  readonly compare: string;
  /** The verdict, and on what it rests: codes and counts, without the words of a report. */
  readonly verdict: {
    readonly status: 'open' | 'closed';
    readonly reasons: readonly { readonly code: string; readonly count: number }[];
  };
  /** How many there are of whom and of what. */
  readonly counts: Pick<
    Summary,
    'users' | 'active' | 'paired' | 'pairedByEmailAlone' | 'owners' | 'outcomes' | 'findings'
  >;
  /** The waivers that it rests on, by what the policy calls them. */
  readonly waivers: readonly { readonly id: string; readonly expires: string; readonly applied: number }[];
  /** The budgets that it rests on, by what the policy calls them. */
  readonly budgets: readonly {
    readonly id: string;
    readonly outcome: Outcome;
    readonly expires: string;
    readonly allowed: number;
    readonly people: number;
  }[];
  /** SHA-256 of the policy in canonical JSON; that of `{}` where there is none. */
  readonly policyDigest: string;
  /** Every export. */
  readonly inputs: readonly CertifiedInput[];
}

/** What was found of one of several apps. */
export interface CertifiedApplication extends CertifiedBody {
  /** How the user calls it. */
  readonly application: string;
}

/** What every certificate says. */
export interface CertificateHead {
  /** What it is. */
  readonly kind: typeof CERTIFICATE_KIND;
  /** How it is written. */
  readonly schemaVersion: 1;
  /** Who wrote it. */
  readonly tool: { readonly name: 'idp-preflight'; readonly version: string };
  /** When it was issued, ISO 8601 in UTC. */
  readonly created: string;
  /** Until when it holds, ISO 8601 in UTC. */
  readonly expires: string;
  /** What humans decided about who is whom; null where they did not. */
  readonly crosswalk: CertifiedFile | null;
  /** What the check was run with besides flags; null where nothing was. */
  readonly config: CertifiedFile | null;
  /** Ed25519 over the canonical JSON of all but itself and the digest; left out where it is not signed. */
  readonly signature?:
    | {
        readonly algorithm: 'Ed25519';
        readonly keyId: string;
        readonly value: string;
      }
    | undefined;
  /** SHA-256 over the canonical JSON of all but itself. */
  readonly digest: string;
}

/** That the gate was open for several apps. */
export interface ApplicationsCertificate extends CertificateHead {
  /** What was found of each. */
  readonly applications: readonly CertifiedApplication[];
}

/**
 * That the gate was open, for which files and on what it rested; of one app, or, with `applications`, of several. It holds no
 * word about any person. Its file is the canonical JSON of RFC 8785 and a line feed, and nothing more.
 */
export type Certificate = (CertificateHead & CertifiedBody) | ApplicationsCertificate;

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const time = z.iso.datetime({ precision: 3 });
const certifiedFileSchema = z.strictObject({ file: z.string(), sha256: hash, bytes: z.int() });

const body = {
  serviceProvider: z.string(),
  mode: z.enum(MODES),
  compare: z.string(),
  verdict: z.strictObject({
    status: z.enum(['open', 'closed']),
    reasons: z.array(z.strictObject({ code: z.string(), count: z.int() })),
  }),
  counts: z.strictObject(counts),
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
  inputs: z
    .array(
      z.extend(certifiedFileSchema, {
        side: z.enum(['old', 'new', 'app']),
        profile: z.string(),
        sent: z.array(z.enum(ATTRIBUTES)),
        records: z.int(),
        users: z.int(),
        rejected: z.int(),
        excluded: z.int(),
      }),
    )
    .check(z.minLength(1)),
};

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
  applications: z.array(z.strictObject({ application: z.string(), ...body })).check(z.minLength(1)),
});
/** A certificate, schema version 1. `schema/certificate.schema.json` is made from it. */
export const certificateSchema = z.union([soleCertificateSchema, applicationsCertificateSchema]);
