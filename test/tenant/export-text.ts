import { quoted } from '../golden/organisation/exports.ts';
import { interleaved } from '../support/interleave.ts';
import type { Written } from './make.ts';
import type { ExportName, Planted, Somebody } from './tenant.ts';

/** How one product writes its export. */
interface Format {
  readonly header: readonly string[];
  readonly mark: string;
  readonly newline: string;
}

/** Of the columns of Okta's template those that are filled, an attribute of the tenant's own, and the status. */
const OKTA: Format = {
  header: 'login,firstName,lastName,email,displayName,userType,employeeNumber,department,workEmail,status'.split(','),
  mark: '',
  newline: '\n',
};
const ENTRA: Format = {
  header: 'userPrincipalName,displayName,surname,mail,givenName,id,userType,department,accountEnabled,employeeId'.split(
    ',',
  ),
  mark: '\uFEFF',
  newline: '\r\n',
};
const CLAUDE: Format = { header: 'Name,Email,Role,Status,Seat Tier'.split(','), mark: '', newline: '\r\n' };

/** Each export, and in which order its records come: another one whenever it is taken again. */
const WAYS: Readonly<Record<ExportName, Format & { readonly share: number }>> = {
  'okta-users.csv': { ...OKTA, share: 0.382 },
  'entra-users.csv': { ...ENTRA, share: 0.446 },
  'claude-members.csv': { ...CLAUDE, share: 0.271 },
  'entra-users-fixed.csv': { ...ENTRA, share: 0.317 },
  'claude-members-later.csv': { ...CLAUDE, share: 0.419 },
};

/** Writes records as an export has them, mixed so that those of a story stand apart. */
export function exportText(name: ExportName, records: readonly Planted[]): Written {
  const { header, mark, newline, share } = WAYS[name];
  const lines = new Map<number, Somebody>();
  let text = `${mark}${header.join(',')}${newline}`;
  interleaved(records, share).forEach(({ cells, who, damage }, index) => {
    const unknown = Object.keys(cells).find((column) => !header.includes(column));
    if (unknown !== undefined) throw new Error(`no column ${unknown} in ${name}`);
    const record = header.map((column) => quoted(cells[column] ?? '')).join(',');
    text += (damage?.(record) ?? record) + newline;
    lines.set(index + 2, who);
  });
  return { text, lines };
}
