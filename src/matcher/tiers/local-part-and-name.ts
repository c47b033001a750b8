import { splitAddress } from '../../email/domain.ts';
import { normalForm } from '../../email/normal-form.ts';
import type { UserTable } from '../../model/user-table.ts';
import { keysOf } from '../addresses.ts';
import { plainParts, writtenOutParts } from '../name-parts.ts';
import { fullNamesAgree } from '../names.ts';
import type { Sides } from '../sides.ts';
import type { Tier } from './tier.ts';

/**
 * The same local part at another domain, and full names that agree: what a renamed company leaves. The same domain would
 * have been an email tier's.
 */
export const localPartAndName = {
  id: 'local-part-and-name',
  group: 'email',
  isUnconfirmed: true,
  keys: (_side, index, table) => localPartKeys(table, index),
  agrees: (oldIndex: number, newIndex: number, tables: Sides<UserTable>) =>
    fullNamesAgree(tables.old.value('name', oldIndex), tables.new.value('name', newIndex)),
} as const satisfies Tier;

/** A local part with something that names which agree have in common, so that a whole side of `info@…` is no crowd. */
function localPartKeys(table: UserTable, index: number): string[] {
  const name = table.value('name', index);
  const parts = plainParts(name);
  if (parts.length === 0) return [];
  const initials = parts.map((part) => [...part][0]).sort();
  const marks = new Set([...parts, ...writtenOutParts(name), initials.join(' ')]);
  const locals = new Set(keysOf(table, index, (email) => splitAddress(normalForm(email))?.local ?? ''));
  locals.delete('');
  return [...locals].flatMap((local) => [...marks].map((mark) => `${local}\u0000${mark}`));
}
