import { shown } from '../email/shown.ts';
import { unitOf } from '../reporters/places.ts';
import type { Style } from '../reporters/terminal.ts';
import { plural } from './defect.ts';
import type { ColumnDomains, ColumnInspection, Defect, DefectPlace, FileInspection } from './inspection.ts';
import { clipped, harmless, labelled, percent, table } from './layout.ts';

const LONGEST_COLUMN = 36;
const COLUMNS = 9;
const DEFECTS = 6;
const PLACES = 4;
const DOMAINS_SHOWN = 5;

const SIDE_WORDS = { old: 'the old IdP?', new: 'the new IdP?', app: "the app's own list?" } as const;
const DELIMITERS: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

/** One file, the most useful first. */
export function fileText(file: FileInspection, all: boolean, style: Style): string {
  const guess = file.side === null ? '' : `  ${style.dim(`(${SIDE_WORDS[file.side]})`)}`;
  return (
    `${style.bold(harmless(file.file))}${guess}\n` +
    labelled('format', formatOf(file)) +
    labelled('records', recordsOf(file)) +
    columnsOf(file, all, style) +
    domainsOf(file, all) +
    defectsOf(file, all, style)
  );
}

function formatOf({ format, encoding, delimiter, sheet, profile, bytes }: FileInspection): string {
  const written = [
    format,
    sheet === null ? encoding : `sheet “${clipped(sheet, LONGEST_COLUMN)}”`,
    ...(delimiter === null ? [] : [DELIMITERS[delimiter] ?? `“${shown(delimiter)}”`]),
  ];
  const headers = profile.decidedBy.map((text) => `“${clipped(text, LONGEST_COLUMN)}”`).join(', ');
  const why = headers === '' ? 'no header decides' : `known by ${headers}`;
  const [close] = profile.close;
  const missing = close?.missing.map((name) => `“${name}”`).join(', ');
  const near =
    close === undefined || headers !== '' || missing === undefined ? '' : `; close to ${close.id}, but for ${missing}`;
  return `${profile.title}; ${why}${near}; ${written.join(', ')}, ${sizeOf(bytes)}`;
}

function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function recordsOf(file: FileInspection): string {
  const reasons = Object.entries(file.excludedReasons).map(([reason, count]) => `${count} ${reason}`);
  const why = reasons.length === 0 ? '' : ` (${reasons.join(', ')})`;
  const status = file.mapping.status;
  const activity =
    status === null
      ? 'no status column'
      : `${file.active} active, ${file.inactive} inactive${file.statusUnknown > 0 ? `, ${file.statusUnknown} unknown` : ''} by “${clipped(status, LONGEST_COLUMN)}”`;
  return `${file.records} = ${plural(file.users, 'user')} + ${file.rejected} rejected + ${file.excluded} excluded${why}; ${activity}`;
}

function columnsOf({ columns, users }: FileInspection, all: boolean, style: Style): string {
  if (columns.length === 0) return labelled('columns', 'none that could be an email or an id');
  const few = all ? columns : columns.slice(0, COLUMNS);
  const rows = few.map((column) => [
    clipped(column.column, LONGEST_COLUMN),
    column.kind,
    column.filled,
    percent(column.filled, users),
    column.distinct,
    notesOf(column),
  ]);
  const more = columns.length - few.length;
  return (
    table([['column', 'could be', 'filled', '', 'distinct', ''], ...rows]) +
    (more > 0 ? style.dim(`  … and ${more} more (--all)\n`) : '')
  );
}

function notesOf({ kind, filled, addresses, readAs, sharedByActive, withSeveral }: ColumnInspection): string {
  const isAddress = kind === 'email' || kind === 'username';
  const notes = [
    ...(readAs.length > 0 ? [`read as ${readAs.join(', ')}`] : []),
    ...(isAddress && addresses < filled
      ? [`${addresses === 0 ? 'none' : `only ${addresses}`} looks like an address`]
      : []),
    ...(sharedByActive > 0 ? [`${sharedByActive} shared by active users`] : []),
    ...(withSeveral > 0 && kind !== 'aliases' ? [`several for ${plural(withSeveral, 'user')}`] : []),
    ...(kind === 'provider-id' ? ["the provider's own: pairs nobody"] : []),
  ];
  return notes.join('; ');
}

/** Of what is read as the email, and of user names where they have others; with `all`, of every column of addresses. */
function domainsOf({ domains, columns }: FileInspection, all: boolean): string {
  const isRead = (text: string) =>
    columns.some(({ column, readAs }) => column === text && readAs.some((key) => key !== 'aliases'));
  const names = ({ top }: ColumnDomains) => top.map(({ domain }) => domain).join(' ');
  const read = domains.filter(({ column }) => isRead(column));
  const told = all
    ? domains
    : read.filter((domain, index) => index === 0 || names(domain) !== names(read[0] ?? domain));
  return told.map((domain, index) => labelled(index === 0 ? 'domains' : '', domainLine(domain, all))).join('');
}

function domainLine({ column, top, otherDomains, otherAddresses }: ColumnDomains, all: boolean): string {
  const few = all ? top : top.slice(0, DOMAINS_SHOWN);
  const hidden = top.slice(few.length);
  const domains = otherDomains + hidden.length;
  const addresses = otherAddresses + hidden.reduce((sum, each) => sum + each.addresses, 0);
  const counts = few.map(
    ({ domain, addresses: count, spellings }) =>
      `${harmless(shown(domain))} ${count}${spellings > 1 ? ` (in ${spellings} spellings)` : ''}`,
  );
  const rest = domains > 0 ? [`… and ${plural(domains, 'more', 'more')} (${addresses})`] : [];
  return `${clipped(column, LONGEST_COLUMN)}: ${[...counts, ...rest].join(', ')}`;
}

function defectsOf({ defects, format }: FileInspection, all: boolean, style: Style): string {
  if (defects.length === 0) return labelled('defects', 'none found');
  const few = all ? defects : defects.slice(0, DEFECTS);
  const more = defects.length - few.length;
  return (
    few
      .map((defect, index) => labelled(index === 0 ? 'defects' : '', defectLine(defect, unitOf(format), all)))
      .join('') + (more > 0 ? style.dim(`            … and ${more} more (--all)\n`) : '')
  );
}

function defectLine({ severity, column, message, places, count, kind }: Defect, unit: string, all: boolean): string {
  const where = column === null ? '' : `“${clipped(column, LONGEST_COLUMN)}”: `;
  const few = all ? places : places.slice(0, PLACES);
  const isCounted = kind !== 'duplicate-header' && kind !== 'status-unknown' && places.length > 1;
  const more = isCounted ? Math.max(count, places.length) - few.length : 0;
  const isSummed = column === null && (kind === 'lossy-cell' || kind === 'encoding-lossy');
  if (isSummed && !all) return `${severity}: ${harmless(message)}`;
  const lines =
    few.length === 0
      ? ''
      : ` (${unit}${few.length > 1 ? 's' : ''} ${few.map(placeText).join('; ')}${more > 0 ? `; … and ${more} more` : ''})`;
  return `${severity}: ${where}${harmless(message)}${lines}`;
}

function placeText({ line, endLine, note }: DefectPlace): string {
  const lines = endLine > line ? `${line}–${endLine}` : String(line);
  return note === '' ? lines : `${lines}: ${harmless(note)}`;
}
