import * as z from 'zod/mini';
import type { ErrorCode } from '../errors.ts';
import { SEVERITIES, type Severity } from '../model/finding.ts';
import { EXCLUSION_REASONS, type ExclusionReason, MAP_KEYS, type MapKey } from '../model/input.ts';
import { ATTRIBUTES, type Attribute, ID_KINDS, type IdKind, type Side } from '../model/user.ts';

/** What a column of an export seems to hold. */
export const COLUMN_KINDS = [
  /** Addresses. */
  'email',
  /** The name that people sign in with, which may be an address. */
  'username',
  /** Lists of further addresses. */
  'aliases',
  ...ID_KINDS,
  /** Ids of a kind that the header does not tell. */
  'id',
  /** Ids that the provider issued itself: no other provider has them, so they pair nobody. */
  'provider-id',
] as const;
/** What a column of an export seems to hold. */
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** What the values of a column look like. */
export const VALUE_SHAPES = [
  /** Something, one `@`, something. */
  'address',
  /** A GUID as text. */
  'guid',
  /** The 16 bytes of a GUID in base64. */
  'base64-guid',
  /** Digits and nothing else. */
  'number',
  /** Letters and digits without a space. */
  'code',
  /** Anything else, or no shape that most of them have. */
  'other',
] as const;
/** What the values of a column look like. */
export type ValueShape = (typeof VALUE_SHAPES)[number];

/** A column that could be an email or an id. No value of it is told: an inspection can be shown to anybody. */
export interface ColumnInspection {
  /** Header text, or the title of a column that is made of several. */
  readonly column: string;
  /** What it seems to hold. */
  readonly kind: ColumnKind;
  /** What most of its values look like. */
  readonly values: ValueShape;
  /** What `check` would read from it unless told otherwise. */
  readonly readAs: readonly MapKey[];
  /** Users who have a value; of ids, what is none counts as no value, such as `n/a`. */
  readonly filled: number;
  /** Users whose value looks like an address. */
  readonly addresses: number;
  /** Different values: of an id in the form in which ids are compared, of anything else as they stand. */
  readonly distinct: number;
  /** Values that two or more active users have, in the same form. */
  readonly sharedByActive: number;
  /** Users who have several values, of which the first counts here. */
  readonly withSeveral: number;
}

/** A domain of addresses, however its letters are written. */
export interface DomainCount {
  /** In lower case. */
  readonly domain: string;
  /** Addresses that have it. */
  readonly addresses: number;
  /** Ways of writing it that differ in letter case alone. */
  readonly spellings: number;
}

/** The domains of one column of addresses, most frequent first. */
export interface ColumnDomains {
  /** Header text of the column. */
  readonly column: string;
  /** The most frequent ones. */
  readonly top: readonly DomainCount[];
  /** How many further ones there are. */
  readonly otherDomains: number;
  /** Addresses of those. */
  readonly otherAddresses: number;
}

/** What is wrong with an export, or may be. */
export const DEFECT_KINDS = [
  'record-rejected',
  'sheet-assumed',
  'duplicate-header',
  'lossy-cell',
  'encoding-lossy',
  'status-unknown',
  'no-status-column',
  'no-email-column',
  'not-an-address',
  'hidden-character',
  'case-variant',
  'same-record-again',
  'round-count',
  'same-file',
] as const;
/** What is wrong with an export, or may be. */
export type DefectKind = (typeof DEFECT_KINDS)[number];

/** Where a defect is. */
export interface DefectPlace {
  /** Physical line, or in JSON the number of the record; 1-based. */
  readonly line: number;
  /** Where a record ends that goes on over lines. */
  readonly endLine: number;
  /** What is to be seen there; empty where the defect says it all. */
  readonly note: string;
}

/** Something in an export that the admin should know of. */
export interface Defect {
  readonly kind: DefectKind;
  /** `error` closes the gate of a check, or leads to one that cannot be answered. */
  readonly severity: Severity;
  /** Header text of the column; null where it is about records or the file. */
  readonly column: string | null;
  /** How often it is there. */
  readonly count: number;
  /** What it is, in words. */
  readonly message: string;
  /** Where, by line: the first 1,000. */
  readonly places: readonly DefectPlace[];
}

/** An export format that a header comes close to. */
export interface CloseProfile {
  /** One of `ProfileId`. */
  readonly id: string;
  /** Headers of it that are there, as they stand in the file. */
  readonly found: readonly string[];
  /** Headers of it that are missing, in lower case without punctuation. */
  readonly missing: readonly string[];
}

/** By which columns the format of an export was recognised. */
export interface Recognition {
  /** One of `ProfileId`. */
  readonly id: string;
  /** The format in words. */
  readonly title: string;
  /** The headers that decided, as they stand in the file; none for `generic`. */
  readonly decidedBy: readonly string[];
  /** Formats that the header comes close to, closest first. */
  readonly close: readonly CloseProfile[];
}

/** A column that could be what is sent, in place of the one that is assumed. */
export interface Rival {
  /** Header text of the column. */
  readonly column: string;
  /** Active users for whom it holds another value than the assumed one. */
  readonly differing: number;
  /** Physical line of the first of them. */
  readonly firstLine: number | null;
}

/** The column that is taken for an email attribute where nobody says which it is. */
export interface AssumedColumn {
  readonly attribute: Attribute;
  /** Header text of the column. */
  readonly column: string;
  /** Columns that could be sent in its place. */
  readonly rivals: readonly Rival[];
}

/** What was found in one export. `records = users + rejected + excluded`. */
export interface FileInspection {
  /** As the user named it. */
  readonly file: string;
  /** Which list it seems to be; null where the order of files does not tell. A guess. */
  readonly side: Side | null;
  /** Hexadecimal SHA-256 of the bytes. */
  readonly sha256: string;
  readonly bytes: number;
  /** How the bytes are read: `csv`, `json`, `ldif`. */
  readonly format: string;
  readonly encoding: string;
  readonly delimiter: string | null;
  /** The sheet of a workbook that was read; null where the format has none. */
  readonly sheet: string | null;
  readonly profile: Recognition;
  readonly records: number;
  readonly users: number;
  readonly rejected: number;
  readonly excluded: number;
  readonly excludedReasons: { readonly [reason in ExclusionReason]?: number };
  /** Users who may sign in; of a list of members, rows that are accounts. Everybody where there is no status column. */
  readonly active: number;
  readonly inactive: number;
  /** Users whose status is a word that is not known. */
  readonly statusUnknown: number;
  /** Which column `check` would read each field from, by title. */
  readonly mapping: Readonly<Record<MapKey, string | null>>;
  /** How the email column was found: by its header, by its values, or not at all. */
  readonly emailFoundBy: 'header' | 'values' | 'nothing';
  readonly assumed: readonly AssumedColumn[];
  /** Columns that could be an email or an id. */
  readonly columns: readonly ColumnInspection[];
  readonly domains: readonly ColumnDomains[];
  readonly defects: readonly Defect[];
}

/** A file that could not be read: what `check` would say of it. */
export interface InspectionFailure {
  readonly file: string;
  readonly code: ErrorCode;
  readonly message: string;
  readonly line: number | null;
}

/** Ids of one column of each file, compared as `check` compares them. */
export interface IdOverlap {
  /** Header text in the first file. */
  readonly old: string;
  /** Header text in the second. */
  readonly new: string;
  /** The kind under which `check` compares the two unless told otherwise; null where it does not compare them. */
  readonly kind: IdKind | null;
  /** Whether they can pair people: ids that a provider issued itself do not, whatever they have in common. */
  readonly pairsPeople: boolean;
  /** Ids that occur in both files. */
  readonly inBoth: number;
  readonly onlyOld: number;
  readonly onlyNew: number;
  /** Couples of active users, each the only one of their file with that id. */
  readonly pairs: number;
}

/** How the addresses of people who are paired by an id compare. The four add up to the number of pairs. */
export interface PairedAddresses {
  /** Equal code point by code point. */
  readonly equal: number;
  /** Equal but for spelling: letter case, white space, invisible characters, wrappers. */
  readonly spelling: number;
  readonly different: number;
  /** One of the two has no value. */
  readonly missing: number;
}

/** Addresses of one column of each file. */
export interface EmailOverlap {
  /** Header text in the first file. */
  readonly old: string;
  /** Header text in the second. */
  readonly new: string;
  /** Whether `check` compares these two as the SSO email unless told otherwise. */
  readonly isAssumed: boolean;
  /** Different addresses that occur in both files, exactly as they stand. */
  readonly inBoth: number;
  /** Further addresses of the first file that occur in the second in another spelling. */
  readonly inBothButForSpelling: number;
  readonly onlyOld: number;
  readonly onlyNew: number;
  /** Among the people who are paired by the best id; null where no id pairs anybody. */
  readonly paired: PairedAddresses | null;
}

/** What two files have in common, the first being the old side. */
export interface Overlap {
  /** The files of the first side. */
  readonly old: readonly string[];
  /** The files of the second side. */
  readonly new: readonly string[];
  /** Most pairs first. */
  readonly ids: readonly IdOverlap[];
  /** The id of `ids` that pairs most people; null where none does. */
  readonly bestId: IdOverlap | null;
  /** Most equal addresses first. */
  readonly emails: readonly EmailOverlap[];
}

/** What only the admin can answer. */
export const QUESTION_KINDS = [
  'which-side',
  'which-attribute',
  'which-column',
  'which-id',
  'other-file',
  'unused-file',
] as const;

/** Something that an export cannot tell. */
export interface Question {
  readonly about: (typeof QUESTION_KINDS)[number];
  /** The file that it is about; null where it is about all. */
  readonly file: string | null;
  readonly message: string;
}

/**
 * Two columns of addresses that agree for many more people than those of the command, and the command with these. It is right
 * only if they are what the IdPs send, which their attribute mapping decides and no agreement tells.
 */
export interface CloserColumns {
  /** Header text on the old side. */
  readonly old: string;
  /** Header text on the new side. */
  readonly new: string;
  /** For how many these two columns are equal. */
  readonly agreeing: number;
  /** For how many those of the command are. */
  readonly agreeingByDefault: number;
  /** Of how many. */
  readonly of: number;
  /** Whether that counts people who are paired by an id; different addresses of the old side where not. */
  readonly isOfPairs: boolean;
  /** Words behind `idp-preflight`. */
  readonly args: readonly string[];
  /** The same as one line for a POSIX shell. */
  readonly line: string;
}

/** The command to type next. */
export interface NextCommand {
  /** Whether it can be run as it stands; a word in capitals has to be filled in where not. */
  readonly isComplete: boolean;
  /** Its words behind `idp-preflight`, as a program hands them over. */
  readonly args: readonly string[];
  /** The same as one line for a POSIX shell. */
  readonly line: string;
  /** What to answer first. */
  readonly questions: readonly Question[];
  /** What to type instead if other columns are sent, which agree better; null where none do. */
  readonly closer: CloserColumns | null;
}

/** What was found in one export or several. */
export interface Inspection {
  readonly schemaVersion: 1;
  /** In the order in which they were named. */
  readonly files: readonly FileInspection[];
  readonly failures: readonly InspectionFailure[];
  /** Old against new first. */
  readonly overlaps: readonly Overlap[];
  /** Null where no file could be read. */
  readonly next: NextCommand | null;
}

const count = z.int().check(z.nonnegative());
const nullableText = z.nullable(z.string());
const texts = z.array(z.string());
const columnOrNone = Object.fromEntries(MAP_KEYS.map((key) => [key, nullableText])) as Record<
  MapKey,
  typeof nullableText
>;

const fileSchema = z.strictObject({
  file: z.string(),
  side: z.nullable(z.enum(['old', 'new', 'app'])),
  sha256: z.string(),
  bytes: count,
  format: z.string(),
  encoding: z.string(),
  delimiter: nullableText,
  sheet: nullableText,
  profile: z.strictObject({
    id: z.string(),
    title: z.string(),
    decidedBy: texts,
    close: z.array(z.strictObject({ id: z.string(), found: texts, missing: texts })),
  }),
  records: count,
  users: count,
  rejected: count,
  excluded: count,
  excludedReasons: z.partialRecord(z.enum(EXCLUSION_REASONS), count),
  active: count,
  inactive: count,
  statusUnknown: count,
  mapping: z.strictObject(columnOrNone),
  emailFoundBy: z.enum(['header', 'values', 'nothing']),
  assumed: z.array(
    z.strictObject({
      attribute: z.enum(ATTRIBUTES),
      column: z.string(),
      rivals: z.array(z.strictObject({ column: z.string(), differing: count, firstLine: z.nullable(count) })),
    }),
  ),
  columns: z.array(
    z.strictObject({
      column: z.string(),
      kind: z.enum(COLUMN_KINDS),
      values: z.enum(VALUE_SHAPES),
      readAs: z.array(z.enum(MAP_KEYS)),
      filled: count,
      addresses: count,
      distinct: count,
      sharedByActive: count,
      withSeveral: count,
    }),
  ),
  domains: z.array(
    z.strictObject({
      column: z.string(),
      top: z.array(z.strictObject({ domain: z.string(), addresses: count, spellings: count })),
      otherDomains: count,
      otherAddresses: count,
    }),
  ),
  defects: z.array(
    z.strictObject({
      kind: z.enum(DEFECT_KINDS),
      severity: z.enum(SEVERITIES),
      column: nullableText,
      count,
      message: z.string(),
      places: z.array(z.strictObject({ line: count, endLine: count, note: z.string() })),
    }),
  ),
});

const idOverlapSchema = z.strictObject({
  old: z.string(),
  new: z.string(),
  kind: z.nullable(z.enum(ID_KINDS)),
  pairsPeople: z.boolean(),
  inBoth: count,
  onlyOld: count,
  onlyNew: count,
  pairs: count,
});

/** The JSON form of `inspect`, schema version 1. */
export const inspectionReportSchema = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('idp-preflight'), version: z.string() }),
  createdAt: z.string(),
  files: z.array(fileSchema),
  failures: z.array(
    z.strictObject({ file: z.string(), code: z.string(), message: z.string(), line: z.nullable(count) }),
  ),
  overlaps: z.array(
    z.strictObject({
      old: texts,
      new: texts,
      ids: z.array(idOverlapSchema),
      bestId: z.nullable(idOverlapSchema),
      emails: z.array(
        z.strictObject({
          old: z.string(),
          new: z.string(),
          isAssumed: z.boolean(),
          inBoth: count,
          inBothButForSpelling: count,
          onlyOld: count,
          onlyNew: count,
          paired: z.nullable(z.strictObject({ equal: count, spelling: count, different: count, missing: count })),
        }),
      ),
    }),
  ),
  next: z.nullable(
    z.strictObject({
      isComplete: z.boolean(),
      args: texts,
      line: z.string(),
      questions: z.array(z.strictObject({ about: z.enum(QUESTION_KINDS), file: nullableText, message: z.string() })),
      closer: z.nullable(
        z.strictObject({
          old: z.string(),
          new: z.string(),
          agreeing: count,
          agreeingByDefault: count,
          of: count,
          isOfPairs: z.boolean(),
          args: texts,
          line: z.string(),
        }),
      ),
    }),
  ),
});
/** An inspection as it is written to JSON. */
export type InspectionReport = z.infer<typeof inspectionReportSchema>;
