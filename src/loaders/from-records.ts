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
      ...emailsOf(side, record, line),
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

/** A row of the service provider's list has one email, kept as `sso`. */
function emailsOf(side: Side, record: UserRecord, line: number): { sso: string | null; scim: string | null } {
  const [sso, scim] = [cellValue(record.sso), cellValue(record.scim)];
  if (side !== 'app') return { sso, scim };
  if (sso !== null && scim !== null && sso !== scim) {
    throw new PreflightError(
      'ERR_INPUT_RECORD',
      `Record ${line} of the app side has two emails, sso and scim. A row of the app's own list has one.`,
      { line },
    );
  }
  return { sso: sso ?? scim, scim: null };
}
