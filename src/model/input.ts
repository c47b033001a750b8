import * as z from 'zod/mini';
import { ATTRIBUTES, type Attribute, type IdKind, type Side } from './user.ts';

/** Everything of a user that a column can be mapped to. */
export const MAP_KEYS = [
  /** Email asserted at sign-in. */
  'sso',
  /** Email pushed by SCIM. */
  'scim',
  /** Login name. */
  'username',
  /** HR number. */
  'employee-id',
  /** Id issued by the provisioning client. */
  'external-id',
  /** AD anchor. */
  'immutable-id',
  /** Full name. */
  'name',
  /** Whether the user may sign in. */
  'status',
  /** Groups that the user is in. */
  'groups',
  /** Further addresses of the user. */
  'aliases',
] as const;
/** A field of a user that a column can be mapped to. */
export type MapKey = (typeof MAP_KEYS)[number];

/** Everything of a row of the service provider's own list that a column can be mapped to; `email` is read as `sso`. */
export const APP_MAP_KEYS = [
  /** The address of the account. */
  'email',
  /** Full name of the member. */
  'name',
  /** Whether the row is an account. */
  'status',
] as const;
/** A field of a row of the service provider's own list that a column can be mapped to. */
export type AppMapKey = (typeof APP_MAP_KEYS)[number];

/** Why a record was left out although it could be read. */
export const EXCLUSION_REASONS = [
  /** Not in the scope that was asked for. */
  'out-of-scope',
  /** Identical in every cell with an earlier record; in a format that repeats people for each of their groups, in every other cell. */
  'same-record-again',
  /** Without a value in any cell. */
  'empty-record',
  /** A bot, a room or a service, as the export format tells. */
  'not-a-person',
] as const;
/** Why a record was left out although it could be read. */
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

/** One input file as a report describes it. `records = users + rejected + excluded`. */
export interface InputSummary {
  /** The list that it belongs to. */
  readonly side: Side;
  /** As the user named it; `-` is standard input. */
  readonly file: string;
  /** Hexadecimal SHA-256 of the very bytes that were read. */
  readonly sha256: string;
  /** Size of the input in bytes. */
  readonly bytes: number;
  /** How the bytes were read, such as `csv`. */
  readonly format: string;
  /** Character encoding, such as `utf-8` or `windows-1252`. */
  readonly encoding: string;
  /** What separates the cells of a line; null where the format has none. */
  readonly delimiter: string | null;
  /** The sheet of a workbook that was read; null where the format has none. */
  readonly sheet: string | null;
  /** The export format by which columns were found, one of `ProfileId`. */
  readonly profile: string;
  /** The identity provider that writes this format, such as `Okta`; null where several do. */
  readonly provider: string | null;
  /** Header text of the column each key is read from, or null. */
  readonly mapping: Readonly<Record<MapKey, string | null>>;
  /** Whether no email column was assumed: the user named each that is read. */
  readonly mappingConfirmed: boolean;
  /** Email attributes whose column was assumed, since nobody named it; none where the mapping is confirmed. */
  readonly assumed: readonly Attribute[];
  /** Records in the input, header not counted. */
  readonly records: number;
  /** Records that were read as users. */
  readonly users: number;
  /** Records that could not be read. */
  readonly rejected: number;
  /** Records that were left out. */
  readonly excluded: number;
  /** How many were left out for which reason. */
  readonly excludedReasons: { readonly [reason in ExclusionReason]?: number };
  /** Where the excluded records start, by reason: each run of them by the lines of its first and its last. */
  readonly excludedLines: {
    readonly [reason in ExclusionReason]?: readonly (readonly [first: number, last: number])[];
  };
}

/** A record that could not be read: physical lines, both 1-based and inclusive; in JSON the number of the record. */
export interface Rejection {
  /** Where the record starts. */
  readonly line: number;
  /** Where it ends. */
  readonly endLine: number;
  /** What is wrong with it, in words. */
  readonly reason: string;
}

/** A column with cells that are known to have lost what they held. */
export interface DamagedColumn {
  /** Header text of the column. */
  readonly column: string;
  /** What the column is read as; null where nothing reads it. */
  readonly mappedTo: MapKey | null;
  /** Damaged cells. */
  readonly cells: number;
  /** Physical line of the first one, 1-based. */
  readonly firstLine: number;
  /** The first one as it stands; of one that was cut off, its beginning. */
  readonly example: string;
}

/** A column that could be what is sent, beside the one that was assumed. */
export interface PlausibleColumn {
  /** Header text of the column. */
  readonly column: string;
  /** Active users for whom it holds another value than the assumed column. */
  readonly differing: number;
  /** Physical line of the first of them, 1-based. */
  readonly firstLine: number | null;
  /** What the assumed column holds there. */
  readonly exampleAssumed: string | null;
  /** What this column holds there. */
  readonly examplePlausible: string | null;
}

/** A column taken for an email attribute without the user having said so. */
export interface Assumption {
  /** The attribute that the column was taken for. */
  readonly attribute: Attribute;
  /** Header text of the column. */
  readonly column: string;
  /** What could be sent in its place. */
  readonly plausible: readonly PlausibleColumn[];
  /** Of an export without an email, for which another column stands in: what to export instead. */
  readonly standIn?: string;
}

/** A sheet of a workbook that was not read, and is not empty. */
export interface OtherSheet {
  /** The name on its tab. */
  readonly name: string;
  /** Whether it looks like a list of users; `unknown` where there are too many sheets to look into all. */
  readonly holds: 'users' | 'other' | 'unknown';
}

/** A rule of who is in scope, and what became of it in one input. */
export interface ScopeRuleSeen {
  /** Whether it says who is in scope, or who is left out. */
  readonly verb: 'only' | 'exclude';
  /** As the user said it, `COLUMN=GLOB`. */
  readonly said: string;
  /** Header text of its column. */
  readonly column: string;
  /** What its cell has to match. */
  readonly glob: string;
  /** Whether it matched any record that could be read. */
  readonly isMatched: boolean;
  /** What stands in the column where it matched none, without white space around it: most frequent first, not all of many. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/** What reading and mapping one input brought to light; findings are made of it. */
export interface InputObservations {
  /** Records that could not be read, by line. */
  readonly rejections: readonly Rejection[];
  /** Header texts that stand more than once, with how often. */
  readonly duplicateHeaders: readonly {
    readonly column: string;
    readonly count: number;
    readonly mappedTo: MapKey | null;
  }[];
  /** Cells that hold a type name or a spreadsheet error in place of their data. */
  readonly lossy: readonly DamagedColumn[];
  /** Ids that a spreadsheet holds as numbers: zeros in front of them are gone. */
  readonly numbers: readonly DamagedColumn[];
  /** Cells whose letters were lost in an encoding: U+FFFD, or `?` in place of a letter. */
  readonly undecodable: readonly DamagedColumn[];
  /** Words of a status column that nobody knows, with how often and where first. */
  readonly unknownStatuses: readonly { readonly word: string; readonly count: number; readonly firstLine: number }[];
  /** Columns taken for an email attribute without the user having said so. */
  readonly assumptions: readonly Assumption[];
  /** Visible sheets of a workbook that were not read; none where the user named the one to be read. */
  readonly otherSheets: readonly OtherSheet[];
  /** The rules of who is in scope, in the order given. */
  readonly scopeRules: readonly ScopeRuleSeen[];
}

/** One input as `loadUsers` read it: its summary, and what findings are made of. */
export interface LoadedInput extends InputSummary {
  /** What reading and mapping it brought to light. */
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
  sheet: nullableText,
  profile: z.string(),
  provider: nullableText,
  mapping: z.strictObject({
    sso: nullableText,
    scim: nullableText,
    username: nullableText,
    'employee-id': nullableText,
    'external-id': nullableText,
    'immutable-id': nullableText,
    name: nullableText,
    status: nullableText,
    groups: nullableText,
    aliases: nullableText,
  }),
  mappingConfirmed: z.boolean(),
  assumed: z.array(z.enum(ATTRIBUTES)),
  records: z.int(),
  users: z.int(),
  rejected: z.int(),
  excluded: z.int(),
  excludedReasons: z.partialRecord(z.enum(EXCLUSION_REASONS), z.int()),
  excludedLines: z.partialRecord(z.enum(EXCLUSION_REASONS), z.array(z.tuple([z.int(), z.int()]))),
});
