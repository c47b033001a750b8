import type { Side } from '../../../src/model/user.ts';
import { interleaved } from '../../support/interleave.ts';
import type { Entry } from './story.ts';

/** One export: how it is written. */
interface Format {
  readonly name: string;
  readonly header: readonly string[];
  readonly mark: string;
  readonly newline: string;
}

const FORMATS: Readonly<Record<Side, Format>> = {
  old: {
    name: 'okta-users.csv',
    mark: '',
    newline: '\n',
    header: (
      'login,firstName,lastName,middleName,honorificPrefix,honorificSuffix,email,title,displayName,nickName,profileUrl,secondEmail,' +
      'mobilePhone,primaryPhone,streetAddress,city,state,zipCode,countryCode,postalAddress,preferredLanguage,locale,timezone,userType,' +
      'employeeNumber,costCenter,organization,division,department,managerId,manager,' +
      // What this organisation has added; one of its attributes came out twice.
      'badgeColour,immutableId,externalId,groups,managedSystems,badgeColour,status'
    ).split(','),
  },
  new: {
    name: 'entra-users.csv',
    mark: '\uFEFF',
    newline: '\r\n',
    header: (
      'userPrincipalName,displayName,surname,mail,givenName,id,userType,jobTitle,department,accountEnabled,usageLocation,streetAddress,' +
      'state,country,officeLocation,city,postalCode,telephoneNumber,mobilePhone,alternateEmailAddress,ageGroup,consentProvidedForMinor,' +
      'legalAgeGroupClassification,companyName,creationType,directorySynced,invitationState,identityIssuer,createdDateTime,' +
      'employeeId,onPremisesImmutableId,externalId,badgeNumber,proxyAddresses,groups'
    ).split(','),
  },
  app: { name: 'claude-members.csv', mark: '', newline: '\r\n', header: 'Name,Email,Role,Status,Seat Tier'.split(',') },
};

/** Writes the records of one side, mixed so that those of a story stand apart, and notes the line of each. */
export function exportText(side: Side, entries: readonly Entry[], lines: Map<Entry, number>): string {
  return exportOf(mixed(entries), FORMATS[side], lines);
}

export function exportName(side: Side): string {
  return FORMATS[side].name;
}

function exportOf(entries: readonly Entry[], { header, mark, newline }: Format, lines: Map<Entry, number>): string {
  let text = `${mark}${header.map(quoted).join(',')}${newline}`;
  let line = 2;
  entries.forEach((entry, index) => {
    const cells: Readonly<Record<string, string>> = { ...fillers(entry.side, index), ...entry.cells };
    const unknown = Object.keys(entry.cells).find((column) => !header.includes(column));
    if (unknown !== undefined) throw new Error(`no column ${unknown} on the ${entry.side} side`);
    const record = header.map((column) => quoted(cells[column] ?? '')).join(',');
    const written = entry.damage?.(record) ?? record;
    if (!lines.has(entry)) lines.set(entry, line);
    text += written + newline;
    line += 1 + (written.match(/\n/g)?.length ?? 0);
  });
  return text;
}

/** Cells that an export has and nothing reads. */
function fillers(side: Side, index: number): Record<string, string> {
  const company = 'Quillmere Instruments';
  if (side === 'old') return { userType: 'Employee', organization: company, costCenter: `CC-${100 + (index % 40)}` };
  return side === 'new' ? { companyName: company, identityIssuer: 'example.onmicrosoft.com' } : {};
}

export function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Records of a story stand apart; a repeated record stays behind the first. */
function mixed(entries: readonly Entry[]): Entry[] {
  const firsts = entries.filter(({ isLast, isAgain }) => isLast !== true && isAgain !== true);
  return [
    ...interleaved(firsts),
    ...entries.filter(({ isAgain }) => isAgain === true),
    ...entries.filter(({ isLast }) => isLast === true),
  ];
}
