import { normalForm } from '../../email/normal-form.ts';
import type { UserTable } from '../../model/user-table.ts';
import { keysOf } from '../addresses.ts';
import type { PairedSide } from '../sides.ts';
import type { Tier } from './tier.ts';

/** An email of one side is among the aliases of the other, in the form under which spellings of one address meet. */
export const alias = {
  id: 'alias',
  group: 'email',
  keys: aliasKeys,
} as const satisfies Tier;

/** Two aliases do not meet: each key says whose alias it is. */
function aliasKeys(side: PairedSide, index: number, table: UserTable): string[] {
  const aliases = table.list('aliases', index).map((address) => `${side} alias ${normalForm(address)}`);
  const other = side === 'old' ? 'new' : 'old';
  const emails = keysOf(table, index, (email) => `${other} alias ${normalForm(email)}`);
  return aliases.length === 0 ? emails : [...new Set([...aliases, ...emails])];
}
