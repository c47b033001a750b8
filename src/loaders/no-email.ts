import { trimWhiteSpace } from '../email/white-space.ts';
import { PreflightError } from '../errors.ts';
import type { Side } from '../model/user.ts';
import { headerPlace } from './header.ts';
import type { Profile } from './profiles/profile.ts';
import type { RawTable } from './raw-table.ts';

const ADDRESS = /^[^\s@]+@[^\s@]+$/u;
/** Records that are looked at; what an export holds shows in fewer. */
const SAMPLE = 200;
const JOINED_PROXY_ADDRESSES = /^SMTP:[^@\s]+@[^@\s]+\+smtp:/i;
/** The headers of that list are translated, and not all translations are known. */
const IN_ANOTHER_LANGUAGE =
  'It may be the list of users of Microsoft 365 with translated headers: set the language of its admin center to English ' +
  'and export again, so that it is known who is blocked and which address is primary.';
/** Columns that are named of a file that is no export: one of text has what it takes for a header. */
const FEW_COLUMNS = 5;

/** Says that no column of a table is known to hold the email that is sent: what the file looks like, and what to do. */
export function noEmail(table: RawTable, profile: Profile, side: Side, isUnsent: boolean): PreflightError {
  const { file } = table;
  const maps = (column: string) =>
    side === 'app' ? [`--app-map email=${column}`] : ['sso', 'scim'].map((key) => `--${side}-map ${key}=${column}`);
  const say = maps('COLUMN').join(' ');
  if (isUnsent) {
    const said = `${maps('-').join(' and ')} ${side === 'app' ? 'says' : 'say'} that no email is sent at all`;
    const message = `${said}, so that there is nothing to compare. Name a column: ${maps('COLUMN').join(' or ')}.`;
    return new PreflightError('ERR_NO_EMAIL_COLUMN', message, { file });
  }
  const holding = columnsOfAddresses(table);
  const isExport = holding.length > 0 || profile.isUsual !== true;
  const message = isExport ? missing(table, profile, holding, say) : noExport(table, say);
  return new PreflightError('ERR_NO_EMAIL_COLUMN', message, headerPlace(table));
}

/** Of an export whose email stands in a column of another name, or was not asked for. */
function missing(table: RawTable, profile: Profile, holding: readonly string[], say: string): string {
  const { withoutEmail, title, isUsual } = profile;
  return [
    ...(isUsual === true ? [] : [`This looks like: ${title}.`]),
    'No column of this file is known to hold the email that is sent.',
    ...(withoutEmail === undefined ? [] : [withoutEmail]),
    ...(isUsual === true && hasProxyAddresses(table) ? [IN_ANOTHER_LANGUAGE] : []),
    ...(holding.length === 0 ? [] : [`Addresses are in ${listed(holding)}.`]),
    `Say which: ${say}. Its columns are: ${listed(table.header)}.`,
  ].join(' ');
}

/** Whether a column holds lists of proxy addresses as Microsoft 365 joins them, whatever it is called. */
function hasProxyAddresses({ header, rows }: RawTable): boolean {
  const few = rows.slice(0, SAMPLE);
  return header.some((_, column) => few.some((cells) => JOINED_PROXY_ADDRESSES.test(cells[column] ?? '')));
}

/** Of a file that is something else, such as a page of text. */
function noExport({ header, format }: RawTable, say: string): string {
  const count = header.length === 1 ? 'one column' : `${header.length} columns`;
  const more = header.length > FEW_COLUMNS ? ' and others' : '';
  return (
    `This does not look like an export of users: no column holds email addresses. Read as ${format.toUpperCase()}, ` +
    `it has ${count}, ${listed(header.slice(0, FEW_COLUMNS))}${more}. Name the file with the users, or export them ` +
    `again with their email; if it is in one of these columns all the same: ${say}.`
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
