import * as z from 'zod/mini';
import type { Attribute, IdKind, Side } from './user.ts';

/** Everything of a user that a column can be mapped to. */
export const MAP_KEYS = [
  'sso',
  'scim',
  'username',
  'employee-id',
  'external-id',
  'immutable-id',
  'name',
  'status',
] as const;
export type MapKey = (typeof MAP_KEYS)[number];

/** Why a record was left out although it could be read. */
export const EXCLUSION_REASONS = ['out-of-scope', 'same-record-again', 'empty-record'] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

/** One input file as a report describes it. `records = users + rejected + excluded`. */
export interface InputSummary {
  readonly side: Side;
  /** As the user named it; `-` is standard input. */
  readonly file: string;
  /** Hexadecimal SHA-256 of the very bytes that were read. */
  readonly sha256: string;
  readonly bytes: number;
  readonly format: string;
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly profile: string;
  /** Header text of the column each key is read from, or null. */
  readonly mapping: Readonly<Record<MapKey, string | null>>;
  /** Whether no email column was assumed: the user named each that is read. */
  readonly mappingConfirmed: boolean;
  readonly records: number;
  readonly users: number;
  readonly rejected: number;
  readonly excluded: number;
  readonly excludedReasons: { readonly [reason in ExclusionReason]?: number };
}

/** A record that could not be read: physical lines, both 1-based and inclusive. */
export interface Rejection {
  readonly line: number;
  readonly endLine: number;
  readonly reason: string;
}

/** A column with cells that are known to have lost what they held. */
export interface DamagedColumn {
  readonly column: string;
  /** What the column is read as; null where nothing reads it. */
  readonly mappedTo: MapKey | null;
  readonly cells: number;
  readonly firstLine: number;
  readonly example: string;
}

/** A column that could be what is sent, beside the one that was assumed. */
export interface PlausibleColumn {
  readonly column: string;
  /** Active users for whom it holds another value than the assumed column. */
  readonly differing: number;
  readonly firstLine: number | null;
  readonly exampleAssumed: string | null;
  readonly examplePlausible: string | null;
}

/** A column taken for an email attribute without the user having said so. */
export interface Assumption {
  readonly attribute: Attribute;
  readonly column: string;
  readonly plausible: readonly PlausibleColumn[];
}

/** What reading and mapping one input brought to light; findings are made of it. */
export interface InputObservations {
  readonly rejections: readonly Rejection[];
  readonly duplicateHeaders: readonly {
    readonly column: string;
    readonly count: number;
    readonly mappedTo: MapKey | null;
  }[];
  /** Cells that hold a type name or a spreadsheet error in place of their data. */
  readonly lossy: readonly DamagedColumn[];
  /** Cells whose letters were lost in an encoding: U+FFFD, or `?` in place of a letter. */
  readonly undecodable: readonly DamagedColumn[];
  readonly unknownStatuses: readonly { readonly word: string; readonly count: number; readonly firstLine: number }[];
  readonly assumptions: readonly Assumption[];
}

export interface LoadedInput extends InputSummary {
  readonly observations: InputObservations;
}

/** An id kind that says nothing here: its values disagree among people who are otherwise the same. */
export interface IgnoredIdKind {
  readonly idKind: IdKind;
  readonly compared: number;
  readonly agreeing: number;
  /** Ids that occur on both sides, and would have paired. */
  readonly onBothSides: number;
  readonly examples: readonly { readonly old: string; readonly new: string }[];
}

const nullableText = z.nullable(z.string());

export const inputSummarySchema = z.strictObject({
  side: z.enum(['old', 'new', 'app']),
  file: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  format: z.string(),
  encoding: z.string(),
  delimiter: nullableText,
  profile: z.string(),
  mapping: z.strictObject({
    sso: nullableText,
    scim: nullableText,
    username: nullableText,
    'employee-id': nullableText,
    'external-id': nullableText,
    'immutable-id': nullableText,
    name: nullableText,
    status: nullableText,
  }),
  mappingConfirmed: z.boolean(),
  records: z.int(),
  users: z.int(),
  rejected: z.int(),
  excluded: z.int(),
  excludedReasons: z.partialRecord(z.enum(EXCLUSION_REASONS), z.int()),
});
