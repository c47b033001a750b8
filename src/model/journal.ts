import * as z from 'zod/mini';
import { MODES, type Mode } from './reconciliation.ts';

/** Which certificate a migration goes by, and where it is. */
export interface CertificateReference {
  /** Its path from the folder of the journal. */
  readonly file: string;
  /** Its digest: another certificate in its place does not count. */
  readonly digest: string;
  /** Until when it holds, ISO 8601 in UTC. */
  readonly expires: string;
}

/** What every line of a journal says. */
export interface ChainedEntry {
  /** Its number, from 1. */
  readonly seq: number;
  /** When it was written, ISO 8601 in UTC. */
  readonly at: string;
  /** Who did it, as the operating system or the program says. */
  readonly by: string;
  /** The hash of the entry before; of the first one, 64 zeros. */
  readonly prev: string;
  /** SHA-256 of the entry without it, in the canonical form of RFC 8785. */
  readonly hash: string;
  /** What was cut off before it was written: the end of an entry whose writing was interrupted. */
  readonly torn?: { readonly sha256: string; readonly bytes: number } | undefined;
}

/** How a migration was begun. */
export interface StartEntry extends ChainedEntry {
  /** What the line is about. */
  readonly type: 'start';
  /** How the journal is written. */
  readonly schemaVersion: 1;
  /** Which service provider, one of `ServiceProviderId`. */
  readonly serviceProvider: string;
  /** What provisions accounts after the switch. */
  readonly mode: Mode;
  /** Whether the old IdP pushed users by SCIM. */
  readonly oldScim: boolean;
  /** The apps of its certificate, sorted; left out where that is about one app without a name. */
  readonly applications?: readonly string[] | undefined;
  /** Every connected organization. */
  readonly organizations: readonly string[];
  /** The ids of the steps that apply, in order. */
  readonly steps: readonly string[];
  /** The certificate that it was begun with. */
  readonly certificate: CertificateReference;
  /** The public key, SPKI in PEM, by which certificates have to be signed; null where none was given. */
  readonly key: string | null;
}

/** A step that was taken. */
export interface DoneEntry extends ChainedEntry {
  /** What the line is about. */
  readonly type: 'done';
  /** The id of the step. */
  readonly step: string;
  /** Where it was taken; null for a step that is done once. */
  readonly organization: string | null;
  /** What is worth remembering of it. */
  readonly note: string | null;
  /** Why the wait before it was cut short; null where it was not. */
  readonly waitOverride: string | null;
  /** The digest of the certificate that held at that moment; null for a step that needs none. */
  readonly certificate: string | null;
}

/** Another certificate to go by. */
export interface RenewEntry extends ChainedEntry {
  /** What the line is about. */
  readonly type: 'renew';
  /** The certificate that counts from here on. */
  readonly certificate: CertificateReference;
}

/** One line of a journal: a migration begun, a step done, a certificate renewed. */
export type JournalEntry = StartEntry | DoneEntry | RenewEntry;

/** An entry before it is chained to those before it. */
export type UnchainedEntry = JournalEntry extends infer Entry
  ? Entry extends JournalEntry
    ? Omit<Entry, 'seq' | 'prev' | 'hash' | 'torn'>
    : never
  : never;

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const time = z.iso.datetime({ precision: 3 });
const filled = z.string().check(z.regex(/\S/));
const certificate = z.strictObject({ file: filled, digest: hash, expires: time });

const chained = {
  seq: z.int().check(z.positive()),
  at: time,
  by: filled,
  prev: hash,
  hash,
  torn: z.optional(z.strictObject({ sha256: hash, bytes: z.int().check(z.positive()) })),
};

/** One line of a journal, schema version 1: canonical JSON. */
export const journalEntrySchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...chained,
    type: z.literal('start'),
    schemaVersion: z.literal(1),
    serviceProvider: filled,
    mode: z.enum(MODES),
    oldScim: z.boolean(),
    applications: z.optional(z.array(filled).check(z.minLength(1))),
    organizations: z.array(filled).check(z.minLength(1)),
    steps: z.array(filled).check(z.minLength(1)),
    certificate,
    key: z.nullable(z.string()),
  }),
  z.strictObject({
    ...chained,
    type: z.literal('done'),
    step: filled,
    organization: z.nullable(filled),
    note: z.nullable(filled),
    waitOverride: z.nullable(filled),
    certificate: z.nullable(hash),
  }),
  z.strictObject({ ...chained, type: z.literal('renew'), certificate }),
]);
