import { cellValue } from '../email/white-space.ts';
import { PreflightError } from '../errors.ts';
import { type Side, type UserRecord, userRecordSchema } from '../model/user.ts';
import type { UserTable } from '../model/user-table.ts';
import { UserColumns } from './user-columns.ts';

/**
 * Takes a caller's records as the users of one side.
 *
 * @throws PreflightError ERR_INPUT_RECORD where a record is not a `UserRecord`, with its number as `line`
 */
export function usersFromRecords(side: Side, records: readonly UserRecord[]): UserTable {
  if (!Array.isArray(records)) {
    throw new PreflightError('ERR_INPUT_RECORD', `The ${side} side must be an array of user records.`);
  }
  const users = new UserColumns(side);
  // Not `forEach`, which passes over the holes of an array.
  for (const [index, record] of records.entries()) {
    const line = index + 1;
    const checked = userRecordSchema.safeParse(record);
    if (!checked.success) {
      const issue = checked.error.issues[0];
      const where = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`;
      throw new PreflightError('ERR_INPUT_RECORD', `Record ${line} of the ${side} side is not a user record${where}.`, {
        line,
      });
    }
    if (record.sso === undefined && record.scim === undefined) {
      throw new PreflightError('ERR_INPUT_RECORD', `Record ${line} of the ${side} side has neither sso nor scim.`, {
        line,
      });
    }
    users.add({
      sso: cellValue(record.sso),
      scim: cellValue(record.scim),
      username: cellValue(record.username),
      name: cellValue(record.name),
      'employee-id': cellValue(record.ids?.['employee-id']),
      'immutable-id': cellValue(record.ids?.['immutable-id']),
      'external-id': cellValue(record.ids?.['external-id']),
      aliases: record.aliases ?? [],
      groups: record.groups ?? [],
      active: record.active ?? true,
      file: record.file ?? null,
      line: record.line ?? line,
    });
  }
  return users;
}
