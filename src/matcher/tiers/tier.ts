import type { UserTable } from '../../model/user-table.ts';
import { keysOf } from '../addresses.ts';
import type { Identifiers } from '../ids.ts';
import type { PairedSide, Sides } from '../sides.ts';

/** One kind of evidence that pairs users: two users are candidates of each other where they share a key. */
export interface Tier {
  readonly id: string;
  /** `id` tiers run over everybody before the first `email` tier does; what is `decided` needs no evidence. */
  readonly group: 'decided' | 'id' | 'email';
  /** What holds a pair together is no proof: every one needs a human's word. */
  readonly isUnconfirmed?: boolean;
  /** The keys of a user under this tier; none where the user has no such evidence. */
  keys(side: PairedSide, index: number, table: UserTable, identifiers: Identifiers): readonly string[];
  /** What has to hold besides for two who share a key; default nothing. */
  agrees?(oldIndex: number, newIndex: number, tables: Sides<UserTable>): boolean;
}

/** A tier of one id kind. */
export function idTier<const Id extends 'employee-id' | 'immutable-id' | 'external-id'>(
  id: Id,
): Tier & { readonly id: Id } {
  return {
    id,
    group: 'id',
    keys(side, index, _table, identifiers) {
      const form = identifiers.usable(id, side, index);
      return form === null ? [] : [form];
    },
  };
}

/** An email tier needs no identifiers to find a user's keys. */
export interface EmailTier<Id extends string> extends Tier {
  readonly id: Id;
  keys(side: PairedSide, index: number, table: UserTable): readonly string[];
}

/** A tier of both email attributes in some form. */
export function emailTier<const Id extends string>(id: Id, form: (email: string) => string): EmailTier<Id> {
  return {
    id,
    group: 'email',
    keys: (_side, index, table) => keysOf(table, index, form),
  };
}
