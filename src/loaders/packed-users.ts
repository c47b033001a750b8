import type { Side, UserList } from '../model/user.ts';
import type { UserField } from '../model/user-table.ts';
import { UserColumns } from './user-columns.ts';

/** All values of a field in one text, with where each ends; an empty one is *no value*. */
interface PackedField {
  readonly text: string;
  readonly ends: Uint32Array;
}

/** The users of one file in a few large pieces, which pass between threads at little cost. */
export interface PackedUsers {
  readonly side: Side;
  readonly file: string | null;
  readonly fields: Readonly<Record<UserField, PackedField>>;
  readonly lists: Readonly<Record<UserList, ReadonlyMap<number, readonly string[]>>>;
  readonly active: Uint8Array;
  readonly lines: Uint32Array;
}

/** Packs users that all come from one file. */
export function packUsers(users: UserColumns): PackedUsers {
  const field = (name: UserField): PackedField => {
    const ends = new Uint32Array(users.length);
    const values: string[] = [];
    let end = 0;
    for (let index = 0; index < users.length; index += 1) {
      const value = users.value(name, index) ?? '';
      values.push(value);
      end += value.length;
      ends[index] = end;
    }
    return { text: values.join(''), ends };
  };
  return {
    side: users.side,
    file: users.length === 0 ? null : users.file(0),
    fields: {
      sso: field('sso'),
      scim: field('scim'),
      username: field('username'),
      name: field('name'),
      'employee-id': field('employee-id'),
      'immutable-id': field('immutable-id'),
      'external-id': field('external-id'),
    },
    lists: { aliases: users.lists('aliases'), groups: users.lists('groups') },
    active: Uint8Array.from({ length: users.length }, (_, index) => Number(users.isActive(index))),
    lines: Uint32Array.from({ length: users.length }, (_, index) => users.line(index)),
  };
}

/** The users that were packed. */
export function unpackUsers({ side, file, fields, lists, active, lines }: PackedUsers): UserColumns {
  const users = new UserColumns(side);
  for (let index = 0; index < lines.length; index += 1) {
    const value = ({ text, ends }: PackedField): string | null => {
      const start = index === 0 ? 0 : (ends[index - 1] ?? 0);
      const end = ends[index] ?? 0;
      return start === end ? null : text.slice(start, end);
    };
    users.add({
      sso: value(fields.sso),
      scim: value(fields.scim),
      username: value(fields.username),
      name: value(fields.name),
      'employee-id': value(fields['employee-id']),
      'immutable-id': value(fields['immutable-id']),
      'external-id': value(fields['external-id']),
      aliases: lists.aliases.get(index) ?? [],
      groups: lists.groups.get(index) ?? [],
      active: active[index] === 1,
      file,
      line: lines[index] ?? 0,
    });
  }
  return users;
}
