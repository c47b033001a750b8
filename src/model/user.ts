import * as z from 'zod/mini';

/** Which list a record comes from: the old IdP, the new IdP, or the service provider's own members. */
export type Side =
  /** The IdP that people sign in with today. */
  | 'old'
  /** The IdP that they will sign in with. */
  | 'new'
  /** The service provider's own member list. */
  | 'app';

/** The kinds of identifier that may prove two records to be one person. */
export const ID_KINDS = [
  /** The HR number: employeeNumber, employeeId. Letter case and leading zeros do not count. */
  'employee-id',
  /** The AD anchor: objectGUID, onPremisesImmutableId. Compared as the 16 bytes of the GUID, however written. */
  'immutable-id',
  /** An id that the provisioning client issued: externalId of a SCIM User, RFC 7643 section 3.1. */
  'external-id',
] as const;
/** A kind of identifier that may prove two records to be one person, strongest first. */
export type IdKind = (typeof ID_KINDS)[number];

/** The two email attributes that reach a service provider. */
export const ATTRIBUTES = [
  /** Asserted at sign-in: SAML NameID or attribute, OIDC claim. */
  'sso',
  /** Pushed ahead of sign-in: `emails[primary or work].value` or `userName`, RFC 7643 sections 4.1.1 and 4.1.2. */
  'scim',
] as const;
/** One of the two email attributes that reach a service provider. */
export type Attribute = (typeof ATTRIBUTES)[number];

/** What a user may have any number of: further addresses, and the groups they are in. */
export const LISTS = ['aliases', 'groups'] as const;
export type UserList = (typeof LISTS)[number];

/** One record of an export. Values are as decoded, never trimmed; *no value* is null. */
export interface User {
  /** The list that the record comes from. */
  readonly side: Side;
  /** The file as the user named it; null for records that were not read from a file. */
  readonly file: string | null;
  /** Physical line where the record starts, 1-based; the record's number where there is no file. */
  readonly line: number;
  /** Email asserted at sign-in: SAML NameID or attribute, OIDC claim. */
  readonly sso: string | null;
  /** Email pushed by SCIM. */
  readonly scim: string | null;
  /** Login name, such as userPrincipalName; never sent as an email, and never pairs. */
  readonly username: string | null;
  /** Identifiers by kind, as decoded. */
  readonly ids: Readonly<Record<IdKind, string | null>>;
  /** Full name; may corroborate or contradict a pair, and never makes one alone. */
  readonly name: string | null;
  /** Whether the user may sign in; of the service provider's list, whether the row is an account. */
  readonly active: boolean;
}

/**
 * What `reconcile` takes: the fields of `User`, of which only one of `sso` and `scim` is required. Hand values over as
 * they are sent, without trimming or folding; a value that is empty or white space only is *no value*.
 */
export interface UserRecord {
  /** Where the record comes from; the list that it is handed over in decides. */
  readonly side?: Side | undefined;
  /** Where it was read, for reports; left out: no file. */
  readonly file?: string | null | undefined;
  /** Physical line in that file, 1-based; left out: the number of the record in its list, which leads back to it. */
  readonly line?: number | undefined;
  /** Email asserted at sign-in; left out, the other one stands for it where the old side is compared. */
  readonly sso?: string | null | undefined;
  /** Email pushed by SCIM; left out, the other one stands for it where the old side is compared. */
  readonly scim?: string | null | undefined;
  /** Login name, such as userPrincipalName; never sent as an email, and never pairs. */
  readonly username?: string | null | undefined;
  /** Identifiers that both IdPs have from one source; never an IdP's own, which means nothing in another one. */
  readonly ids?: { readonly [kind in IdKind]?: string | null | undefined } | undefined;
  /** Full name. */
  readonly name?: string | null | undefined;
  /** Whether the user may sign in; in `app`, whether the row is an account. Left out: true. */
  readonly active?: boolean | undefined;
  /** Further addresses of the user, with or without `smtp:`, which may pair them but are not sent. */
  readonly aliases?: readonly string[] | undefined;
  /** Names or DNs of the groups that the user is in. */
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
