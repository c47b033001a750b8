import * as z from 'zod/mini';
import type { Attribute, Side, User } from './user.ts';
import { userSchema } from './user.ts';
import { type WaiverMark, waiverMarkSchema } from './waiver-mark.ts';

/** Worst first. */
export const SEVERITIES = [
  /** Closes the gate. */
  'error',
  /** Leaves the gate open; worth reading before the switch. */
  'warning',
  /** The other half of something that is said elsewhere. */
  'info',
] as const;
/** How much a finding matters, worst first. */
export type Severity = (typeof SEVERITIES)[number];

/** The kinds of difference between two addresses, in the order that breaks ties. */
export const DIFFERENCE_CLASSES = [
  /** Letter case. */
  'case',
  /** White space (`\p{White_Space}`), such as a space at the end. */
  'whitespace',
  /** Characters that do not show (`\p{Default_Ignorable_Code_Point}`), such as U+200B. */
  'invisible',
  /** The same characters, composed otherwise: equal in NFC. */
  'unicode-form',
  /** Compatibility forms, such as full-width letters: equal in NFKC. */
  'compatibility',
  /** Look-alike letters of Latin, Cyrillic and Greek. */
  'confusable',
  /** A domain as U-label on one side, as A-label on the other (RFC 5890 section 2.3.2.1). */
  'idn',
  /** `mailto:`, `SMTP:`, `<…>` or quotes around the address. */
  'wrapper',
  /** A `+tag` in the local part. */
  'plus-tag',
  /** Dots in the local part. */
  'dots',
  /** Another domain, which nothing above explains. */
  'domain',
  /** Another local part, which nothing above explains. */
  'local-part',
  /** One of the two has no value. */
  'missing',
] as const;
/** In what two addresses differ, in the order that breaks ties between sets of equal size. */
export type DifferenceClass = (typeof DIFFERENCE_CLASSES)[number];

/** How two values differ, with both in a form that makes invisible characters visible. */
export interface Difference {
  /** The smallest set of steps that makes the two equal. */
  readonly classes: readonly DifferenceClass[];
  /** The old value as shown. */
  readonly old: string;
  /** The new value as shown. */
  readonly new: string;
}

/** Something to act on. It carries its own wording: a reporter never switches on `kind`. */
export interface Finding {
  /** One of `FindingKind`; later versions may know more. */
  readonly kind: string;
  /** How much it matters; `error` closes the gate. */
  readonly severity: Severity;
  /** The list it is about, where it is about one. */
  readonly side?: Side;
  /** The file, as the user named it. */
  readonly file?: string;
  /** Physical line in that file, or the number of the record, 1-based. */
  readonly line?: number;
  /** Header text of the column. */
  readonly column?: string;
  /** The attribute whose values differ, or are wrong. */
  readonly attribute?: Attribute;
  /** The old value as decoded; null where there is none. */
  readonly old?: string | null;
  /** The new value as decoded; null where there is none. */
  readonly new?: string | null;
  /** How the two differ. */
  readonly difference?: Difference;
  /** Other users concerned: candidates, holders of the same address. */
  readonly others?: readonly User[];
  /** What was found, in one sentence. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
  /** The waiver that keeps it from closing the gate. */
  readonly waiver?: WaiverMark;
}

export const findingSchema = z.strictObject({
  kind: z.string(),
  severity: z.enum(SEVERITIES),
  side: z.optional(z.enum(['old', 'new', 'app'])),
  file: z.optional(z.string()),
  line: z.optional(z.int()),
  column: z.optional(z.string()),
  attribute: z.optional(z.enum(['sso', 'scim'])),
  old: z.optional(z.nullable(z.string())),
  new: z.optional(z.nullable(z.string())),
  difference: z.optional(
    z.strictObject({ classes: z.array(z.enum(DIFFERENCE_CLASSES)), old: z.string(), new: z.string() }),
  ),
  others: z.optional(z.array(userSchema)),
  message: z.string(),
  remedy: z.string(),
  waiver: z.optional(waiverMarkSchema),
});
