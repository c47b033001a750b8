import { trimWhiteSpace } from '../email/white-space.ts';
import { PreflightError } from '../errors.ts';
import type { Side } from '../model/user.ts';
import type { Profile } from './profiles/profile.ts';
import type { RawTable } from './raw-table.ts';

const ADDRESS = /^[^\s@]+@[^\s@]+$/u;
/** Records that are looked at; what an export holds shows in fewer. */
const SAMPLE = 200;
/** Columns that are named of a file that is no export: one of text has what it takes for a header. */
const FEW_COLUMNS = 5;

/** Says that no column of a table is known to hold the email that is sent: what the file looks like, and what to do. */
export function noEmail(table: RawTable, profile: Profile, side: Side, isSaid: boolean): PreflightError {
  const { file, headerLine: line } = table;
  const flags = side === 'app' ? ['email'] : ['sso', 'scim'];
  const map = (column: string) => flags.map((flag) => `--${side}-map ${flag}=${column}`);
  if (isSaid) {
    const said = `${map('-').join(' and ')} ${side === 'app' ? 'says' : 'say'} that no email is sent at all, so that there is nothing to compare.`;
    return new PreflightError('ERR_NO_EMAIL_COLUMN', `${said} Name the column of one: ${map('COLUMN').join(' or ')}.`, {
      file,
    });
  }
  const holding = columnsOfAddresses(table);
  const say = `Say which: ${map('COLUMN').join(' ')}.`;
  const hint = profile.withoutEmail === undefined ? '' : ` ${profile.withoutEmail}`;
  if (holding.length === 0 && hint === '') {
    const first = listed(table.header.slice(0, FEW_COLUMNS));
    const count = table.header.length === 1 ? 'one column' : `${table.header.length} columns`;
    const more = table.header.length > FEW_COLUMNS ? ' and others' : '';
    return new PreflightError(
      'ERR_NO_EMAIL_COLUMN',
      `This does not look like an export of users: no column holds email addresses. Read as ${table.format.toUpperCase()}, ` +
        `it has ${count}, ${first}${more}. Name the file with the users, or export them again with their email; ` +
        `if it is in one of these columns all the same: ${map('COLUMN').join(' ')}.`,
      { file, line },
    );
  }
  const addresses = holding.length === 0 ? '' : ` Addresses are in ${listed(holding)}.`;
  return new PreflightError(
    'ERR_NO_EMAIL_COLUMN',
    `No column of this file is known to hold the email that is sent.${hint}${addresses} ${say} ` +
      `Its columns are: ${listed(table.header)}.`,
    { file, line },
  );
}

/** Columns in which most of what there is could be an address. */
function columnsOfAddresses({ header, rows }: RawTable): string[] {
  const few = rows.slice(0, SAMPLE);
  return header.filter((_, column) => {
    const values = few.map((cells) => trimWhiteSpace(cells[column] ?? '')).filter((value) => value !== '');
    return values.length > 0 && values.filter((value) => ADDRESS.test(value)).length * 2 > values.length;
  });
}

function listed(texts: readonly string[]): string {
  return texts.map((text) => `"${text}"`).join(', ');
}
