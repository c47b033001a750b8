import * as z from 'zod/mini';
import type { Attribute, Side, User } from './user.ts';
import { userSchema } from './user.ts';

/** Worst first. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The kinds of difference between two addresses, in the order that breaks ties. */
export const DIFFERENCE_CLASSES = [
  'case',
  'whitespace',
  'invisible',
  'unicode-form',
  'compatibility',
  'confusable',
  'idn',
  'wrapper',
  'plus-tag',
  'dots',
  'domain',
  'local-part',
  'missing',
] as const;
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
  readonly kind: string;
  readonly severity: Severity;
  readonly side?: Side;
  readonly file?: string;
  readonly line?: number;
  readonly column?: string;
  readonly attribute?: Attribute;
  readonly old?: string | null;
  readonly new?: string | null;
  readonly difference?: Difference;
  /** Other users concerned: candidates, holders of the same address. */
  readonly others?: readonly User[];
  /** What was found, in one sentence. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
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
});
