import * as z from 'zod/mini';

/** Which list a record comes from: the old IdP, the new IdP, or the service provider's own members. */
export type Side = 'old' | 'new' | 'app';

/** The kinds of identifier that may prove two records to be one person. */
export const ID_KINDS = ['employee-id', 'immutable-id', 'external-id'] as const;
export type IdKind = (typeof ID_KINDS)[number];

/** The two email attributes that reach a service provider. */
export const ATTRIBUTES = ['sso', 'scim'] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** What a user may have any number of: further addresses, and the groups they are in. */
export const LISTS = ['aliases', 'groups'] as const;
export type UserList = (typeof LISTS)[number];

/** One record of an export. Values are as decoded, never trimmed; *no value* is null. */
export interface User {
  readonly side: Side;
  /** The file as the user named it; null for records that were not read from a file. */
  readonly file: string | null;
  /** Physical line where the record starts, 1-based; the record's number where there is no file. */
  readonly line: number;
  /** Email asserted at sign-in: SAML NameID or attribute, OIDC claim. */
  readonly sso: string | null;
  /** Email pushed by SCIM. */
  readonly scim: string | null;
  readonly username: string | null;
  readonly ids: Readonly<Record<IdKind, string | null>>;
  readonly name: string | null;
  readonly active: boolean;
}

/** What `reconcile` takes: the fields of `User`, of which only one of `sso` and `scim` is required. */
export interface UserRecord {
  readonly side?: Side | undefined;
  readonly file?: string | null | undefined;
  readonly line?: number | undefined;
  readonly sso?: string | null | undefined;
  readonly scim?: string | null | undefined;
  readonly username?: string | null | undefined;
  readonly ids?: { readonly [kind in IdKind]?: string | null | undefined } | undefined;
  readonly name?: string | null | undefined;
  /** Left out: active. */
  readonly active?: boolean | undefined;
  /** Further addresses of the user, which may pair them but are not sent. */
  readonly aliases?: readonly string[] | undefined;
  readonly groups?: readonly string[] | undefined;
}

const optionalText = z.optional(z.nullable(z.string()));
const optionalList = z.optional(z.array(z.string()));

/** Checks one `UserRecord` as it arrives from a caller. */
export const userRecordSchema = z.object({
  side: z.optional(z.enum(['old', 'new', 'app'])),
  file: optionalText,
  line: z.optional(z.int().check(z.nonnegative())),
  sso: optionalText,
  scim: optionalText,
  username: optionalText,
  ids: z.optional(z.object({ 'employee-id': optionalText, 'immutable-id': optionalText, 'external-id': optionalText })),
  name: optionalText,
  active: z.optional(z.boolean()),
  aliases: optionalList,
  groups: optionalList,
});

/** The schema of `User`, as reports hold it. */
export const userSchema = z.strictObject({
  side: z.enum(['old', 'new', 'app']),
  file: z.nullable(z.string()),
  line: z.int(),
  sso: z.nullable(z.string()),
  scim: z.nullable(z.string()),
  username: z.nullable(z.string()),
  ids: z.strictObject({
    'employee-id': z.nullable(z.string()),
    'immutable-id': z.nullable(z.string()),
    'external-id': z.nullable(z.string()),
  }),
  name: z.nullable(z.string()),
  active: z.boolean(),
});
