import * as z from 'zod/mini';
import { MODES } from './reconciliation.ts';

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const time = z.iso.datetime({ precision: 3 });
const filled = z.string().check(z.regex(/\S/));

/** Where a certificate is, and which one it is. */
const certificateReferenceSchema = z.strictObject({ file: filled, digest: hash, expires: time });

const chained = {
  /** Its number, from 1. */
  seq: z.int().check(z.positive()),
  at: time,
  /** Who did it, as the operating system or the program says. */
  by: filled,
  /** The hash of the entry before; of the first one, 64 zeros. */
  prev: hash,
  /** SHA-256 of the entry without it, in the canonical form of RFC 8785. */
  hash,
  /** What was cut off before it was written: the end of an entry whose writing was interrupted. */
  torn: z.optional(z.strictObject({ sha256: hash, bytes: z.int().check(z.positive()) })),
};

const startEntrySchema = z.strictObject({
  ...chained,
  type: z.literal('start'),
  schemaVersion: z.literal(1),
  serviceProvider: filled,
  mode: z.enum(MODES),
  /** Whether the old IdP pushed users by SCIM. */
  oldScim: z.boolean(),
  organizations: z.array(filled).check(z.minLength(1)),
  /** The ids of the steps that apply, in order. */
  steps: z.array(filled).check(z.minLength(1)),
  certificate: certificateReferenceSchema,
  /** The public key, SPKI in PEM, by which certificates have to be signed; null where none was given. */
  key: z.nullable(z.string()),
});

const doneEntrySchema = z.strictObject({
  ...chained,
  type: z.literal('done'),
  step: filled,
  /** Null for a step that is done once. */
  organization: z.nullable(filled),
  note: z.nullable(filled),
  /** Why the wait before it was cut short; null where it was not. */
  waitOverride: z.nullable(filled),
  /** The digest of the certificate that held at that moment; null for a step that needs none. */
  certificate: z.nullable(hash),
});

const renewEntrySchema = z.strictObject({
  ...chained,
  type: z.literal('renew'),
  certificate: certificateReferenceSchema,
});

/** One line of a journal, schema version 1: canonical JSON. */
export const journalEntrySchema = z.discriminatedUnion('type', [startEntrySchema, doneEntrySchema, renewEntrySchema]);
/** One line of a journal: a migration begun, a step done, a certificate renewed. */
export type JournalEntry = z.infer<typeof journalEntrySchema>;
/** How a migration was begun. */
export type StartEntry = z.infer<typeof startEntrySchema>;
/** A step that was taken: when, by whom, where. */
export type DoneEntry = z.infer<typeof doneEntrySchema>;
/** Which certificate a migration goes by, and where it is. */
export type CertificateReference = z.infer<typeof certificateReferenceSchema>;

/** An entry before it is chained to those before it. */
export type UnchainedEntry = JournalEntry extends infer Entry
  ? Entry extends JournalEntry
    ? Omit<Entry, 'seq' | 'prev' | 'hash' | 'torn'>
    : never
  : never;
