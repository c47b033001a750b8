import { trimWhiteSpace, valueOf } from "../email/white-space.ts";
import {
  type Assumption,
  type ExclusionReason,
  type InputObservations,
  type LoadedInput,
  MAP_KEYS,
  type MapKey,
  type Rejection,
} from '../model/input.ts';
import type { Side } from '../model/user.ts';
import { DamageCounter, isLossy, isUndecodable } from './damage.ts';
import { duplicateHeaders } from './header.ts';
import { type Mapping, resolveMapping, type UserMap } from './mapping.ts';
import { PlausibleColumns } from './plausible.ts';
import { detectProfile, profileById } from './profiles/index.ts';
import type { RawTable } from './raw-table.ts';
import { RecordSet } from './record-set.ts';
import { type Scope, scopeTest } from './scope.ts';
import { statusReader } from './status.ts';
import type { UserColumns } from './user-columns.ts';

/** How the records of one side are to be read. */
export interface LoadOptions {
  readonly side: Side;
  /** Default: detected by the header. */
  readonly profile?: string | undefined;
  readonly map?: UserMap | undefined;
  readonly scope?: Scope | undefined;
}

/** Records of one side seen so far, by header: pages of one export may overlap. */
export type SeenRecords = Map<string, RecordSet>;

/**
 * Maps the records of one input to users, and accounts for every one of them.
 *
 * @param users - takes the users
 * @param seen - what earlier inputs of the same side held
 * @returns the input with `records = users + rejected + excluded`, and what was noticed on the way
 * @throws PreflightError ERR_UNKNOWN_COLUMN, ERR_UNKNOWN_PROFILE, ERR_NO_EMAIL_COLUMN
 */
export function loadTable(table: RawTable, options: LoadOptions, users: UserColumns, seen: SeenRecords): LoadedInput {
  const { header, file } = table;
  const { side } = options;
  const profile = options.profile === undefined ? detectProfile(header) : profileById(options.profile);
  const mapping = resolveMapping(header, profile, options.map ?? {}, file, side);
  const keys = keysByColumn(header, mapping);
  const before = users.length;

  const rejections: Rejection[] = [...table.rejections];
  const excluded = new Map<ExclusionReason, number>();
  const exclude = (reason: ExclusionReason) => excluded.set(reason, (excluded.get(reason) ?? 0) + 1);
  const lossy = new DamageCounter();
  const undecodable = new DamageCounter();
  const plausible = new PlausibleColumns(mapping);
  const statuses = new Map<string, { count: number; firstLine: number }>();
  const inScope = scopeTest(options.scope ?? {}, header, file, side);
  const records = recordSet(seen, header);
  const hintColumn = mapping.columns.sso >= 0 ? mapping.columns.sso : mapping.columns.scim;
  const statusColumn = mapping.columns.status;
  const readStatus = statusReader(header[statusColumn] ?? '', side);
  const needed = Math.max(-1, ...keys.flatMap((key, index) => (key === null ? [] : [index])), ...mapping.plausible);

  table.rows.forEach((cells, index) => {
    const line = table.lines[index] ?? 0;
    if (cells.every((cell) => cell === '')) return exclude('empty-record');
    const ragged = raggedReason(cells, header.length, needed);
    if (ragged !== null) {
      rejections.push({ line, endLine: table.endLines[index] ?? line, reason: ragged });
      return;
    }
    if (!records.add(cells, cells[hintColumn] ?? '')) return exclude('same-record-again');
    if (!inScope(cells)) return exclude('out-of-scope');

    for (let column = 0; column < header.length; column += 1) {
      const cell = cells[column];
      if (cell === undefined || cell === '') continue;
      const key = keys[column] ?? null;
      if (isLossy(cell, key)) lossy.add(column, line, cell);
      if ((table.hasReplacement || key !== null) && isUndecodable(cell, key !== null, table.isAscii)) {
        undecodable.add(column, line, cell);
      }
    }
    const field = (key: MapKey): string | null => cellValue(cells, mapping.columns[key], key);
    const status = statusColumn < 0 ? { active: true, known: true } : readStatus(cells[statusColumn] ?? '');
    if (!status.known) countStatus(statuses, cells[statusColumn] ?? '', line);
    if (status.active) plausible.compare(cells, line);
    users.add({
      sso: field('sso'),
      scim: field('scim'),
      username: field('username'),
      name: nameOf(cells, mapping),
      'employee-id': field('employee-id'),
      'immutable-id': field('immutable-id'),
      'external-id': field('external-id'),
      active: status.active,
      file,
      line,
    });
  });

  rejections.sort((a, b) => a.line - b.line);
  const excludedCount = [...excluded.values()].reduce((sum, count) => sum + count, 0);
  const observations: InputObservations = {
    rejections,
    duplicateHeaders: repeatedColumns(header, keys),
    lossy: lossy.summary(header, keys),
    undecodable: undecodable.summary(header, keys),
    unknownStatuses: [...statuses].map(([word, seenAs]) => ({ word, ...seenAs })),
    assumptions: assumptionsOf(header, mapping, plausible),
  };
  return {
    side,
    file,
    sha256: table.sha256,
    bytes: table.bytes,
    format: table.format,
    encoding: table.encoding,
    delimiter: table.delimiter,
    profile: profile.id,
    mapping: mappingTexts(header, mapping),
    mappingConfirmed: mapping.assumed.length === 0,
    records: table.rows.length + table.rejections.length,
    users: users.length - before,
    rejected: rejections.length,
    excluded: excludedCount,
    excludedReasons: Object.fromEntries(excluded),
    observations,
  };
}

/** Why a record's number of cells makes it unreadable; null where it is read all the same. */
function raggedReason(cells: readonly string[], width: number, needed: number): string | null {
  const surplus = cells.length > width && cells.slice(width).some((cell) => cell !== '');
  const missing = cells.length <= needed;
  if (!surplus && !missing) return null;
  return `${cells.length} cells where the header has ${width}${missing ? ', and a column that is read is missing' : ''}`;
}

/** A cell that lost its data is no value: its type name or error text would be compared as if it were one. */
function cellValue(cells: readonly string[], column: number, key: MapKey): string | null {
  if (column < 0) return null;
  const cell = cells[column] ?? '';
  return cell === '' || isLossy(cell, key) ? null : valueOf(cell);
}

function nameOf(cells: readonly string[], mapping: Mapping): string | null {
  const whole = cellValue(cells, mapping.columns.name, 'name');
  if (mapping.nameParts === null) return whole;
  const parts = mapping.nameParts.map((column) => cellValue(cells, column, 'name'));
  if (whole !== null && parts.includes(null)) return whole;
  const present = parts.filter((part) => part !== null);
  return present.length === 0 ? null : present.join(' ');
}

/** What each column is read as; null where nothing reads it. A column that several keys read counts for the first. */
function keysByColumn(header: readonly string[], mapping: Mapping): (MapKey | null)[] {
  const keys: (MapKey | null)[] = header.map(() => null);
  const set = (column: number, key: MapKey) => {
    if (column >= 0 && keys[column] === null) keys[column] = key;
  };
  for (const key of MAP_KEYS) set(mapping.columns[key], key);
  for (const column of mapping.nameParts ?? []) set(column, 'name');
  return keys;
}

function mappingTexts(header: readonly string[], mapping: Mapping): Record<MapKey, string | null> {
  const texts = {} as Record<MapKey, string | null>;
  for (const key of MAP_KEYS) texts[key] = header[mapping.columns[key]] ?? null;
  if (mapping.nameParts !== null) texts.name = mapping.nameParts.map((column) => header[column]).join(' + ');
  return texts;
}

function repeatedColumns(header: readonly string[], keys: readonly (MapKey | null)[]): InputObservations['duplicateHeaders'] {
  return [...duplicateHeaders(header)].map(([column, count]) => ({
    column,
    count,
    mappedTo: keys.find((key, index) => key !== null && trimWhiteSpace(header[index] ?? "") === column) ?? null,
  }));
}

function assumptionsOf(header: readonly string[], mapping: Mapping, plausible: PlausibleColumns): Assumption[] {
  return mapping.assumed.map((attribute) => ({
    attribute,
    column: header[mapping.columns[attribute]] ?? '',
    plausible: plausible.of(attribute, header),
  }));
}

function countStatus(statuses: Map<string, { count: number; firstLine: number }>, word: string, line: number): void {
  const seenAs = statuses.get(word);
  if (seenAs === undefined) statuses.set(word, { count: 1, firstLine: line });
  else seenAs.count += 1;
}

function recordSet(seen: SeenRecords, header: readonly string[]): RecordSet {
  const key = JSON.stringify(header);
  const found = seen.get(key) ?? new RecordSet();
  seen.set(key, found);
  return found;
}
