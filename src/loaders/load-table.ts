import { PreflightError } from '../errors.ts';
import type { LoadedInput } from '../model/input.ts';
import type { Side } from '../model/user.ts';
import { keysByColumn, mappingTexts, repeatedColumns } from './column-use.ts';
import { DamageScan } from './damage-scan.ts';
import { headerKey, headerPlace } from './header.ts';
import { type AppMap, resolveMapping, type UserMap } from './mapping.ts';
import { PeopleFilter } from './people-filter.ts';
import { PlausibleColumns } from './plausible.ts';
import { detectProfile, profileById } from './profiles/index.ts';
import type { Profile } from './profiles/profile.ts';
import type { RawTable } from './raw-table.ts';
import { NamedRecordSet, RecordSet } from './record-set.ts';
import { RecordSieve } from './record-sieve.ts';
import { type Scope, ScopeFilter } from './scope.ts';
import { unwrapped } from './unwrapped.ts';
import type { UserColumns } from './user-columns.ts';
import { UserReader } from './user-reader.ts';

/** How the records of one side are to be read. */
export interface LoadOptions {
  /** The list that the users belong to. */
  readonly side: Side;
  /** The export format, one of `ProfileId`; default: detected by the header. */
  readonly profile?: string | undefined;
  /** Which column holds what: header text, or `-` for *not sent*. */
  readonly map?: UserMap | AppMap | undefined;
  /** Who is in scope; default everybody. */
  readonly scope?: Scope | undefined;
  /** Who of these is in scope of one app among several. */
  readonly within?: Scope | undefined;
}

/** Records of one side seen so far, by header: pages of one export may overlap. */
export type SeenRecords = Map<string, RecordSet | NamedRecordSet>;

/**
 * Maps the records of one input to users, and accounts for every one of them.
 *
 * @param users - takes the users
 * @param seen - what earlier inputs of the same side held
 * @param pages - all inputs of the side
 * @returns the input with `records = users + rejected + excluded`, and what was noticed on the way
 * @throws PreflightError ERR_UNKNOWN_COLUMN, ERR_UNKNOWN_PROFILE, ERR_NO_EMAIL_COLUMN, ERR_INPUT_HEADER, ERR_USAGE
 */
export function loadTable(
  raw: RawTable,
  options: LoadOptions,
  users: UserColumns,
  seen: SeenRecords,
  pages: readonly RawTable[] = [raw],
): LoadedInput {
  const { header, file } = raw;
  const { side } = options;
  const profile = options.profile === undefined ? detectProfile(header, raw.format) : profileById(options.profile);
  refuse(raw, profile);
  const table = unwrapped(raw, profile);
  const mapping = resolveMapping(table, profile, options.map ?? {}, side, pages);
  const keys = keysByColumn(header, mapping);
  const scope = new ScopeFilter([options.scope ?? {}, options.within ?? {}], table, side);
  const people = new PeopleFilter(profile, table);
  const records = recordSet(seen, table, pages);
  const sieve = new RecordSieve(table, mapping, keys, people, scope, records, profile.recordFor);
  const reader = new UserReader(mapping, profile, side);
  const damage = new DamageScan(table, keys);
  const plausible = new PlausibleColumns(mapping, side);
  const statuses = new Map<string, { count: number; firstLine: number }>();
  let taken = 0;

  table.rows.forEach((cells, index) => {
    if (!sieve.passes(cells, index)) return;
    const line = table.lines[index] ?? 0;
    const status = reader.status(cells);
    if (status.unknown !== null) countStatus(statuses, status.unknown, line);
    if (status.active) plausible.compare(cells, line);
    damage.look(cells, line, index);
    users.add(reader.user(cells, status.active, file, line));
    taken += 1;
  });

  return {
    side,
    file,
    sha256: table.sha256,
    bytes: table.bytes,
    format: table.format,
    encoding: table.encoding,
    delimiter: table.delimiter,
    sheet: table.sheet ?? null,
    profile: profile.id,
    provider: profile.provider ?? null,
    mapping: mappingTexts(mapping),
    mappingConfirmed: mapping.assumed.length === 0,
    assumed: mapping.assumed,
    records: table.rows.length + table.rejections.length,
    users: taken,
    rejected: sieve.rejections.length,
    excluded: sieve.excludedCount,
    excludedReasons: Object.fromEntries([...sieve.excluded].map(([reason, { count }]) => [reason, count])),
    excludedLines: Object.fromEntries([...sieve.excluded].map(([reason, { lines }]) => [reason, lines])),
    observations: {
      rejections: sieve.rejections.sort((a, b) => a.line - b.line),
      duplicateHeaders: repeatedColumns(header, mapping, keys),
      ...damage.summary(),
      unknownStatuses: [...statuses].map(([word, seenAs]) => ({ word, ...seenAs })),
      assumptions: plausible.assumptions(),
      otherSheets: table.otherSheets ?? [],
      scopeRules: scope.rules,
    },
  };
}

function refuse(table: RawTable, { title, refuses }: Profile): void {
  const column = table.header.find((text) => headerKey(text) === refuses?.column);
  if (refuses === undefined || column === undefined) return;
  throw new PreflightError(
    'ERR_INPUT_HEADER',
    `This looks like: ${title}. ${refuses.why} If the column "${column}" is something else, name the profile generic.`,
    { ...headerPlace(table), column },
  );
}

function countStatus(statuses: Map<string, { count: number; firstLine: number }>, word: string, line: number): void {
  const seenAs = statuses.get(word);
  if (seenAs === undefined) statuses.set(word, { count: 1, firstLine: line });
  else seenAs.count += 1;
}

function recordSet(
  seen: SeenRecords,
  { header, headerLine, format }: RawTable,
  pages: readonly RawTable[],
): Pick<RecordSet, 'add'> {
  // One file alone is read faster as it stands.
  if (headerLine === null && pages.length > 1) {
    const found = seen.get(format);
    const named = found instanceof NamedRecordSet ? found : new NamedRecordSet();
    seen.set(format, named);
    return named.under(header);
  }
  const key = JSON.stringify(header);
  const found = seen.get(key);
  const records = found instanceof RecordSet ? found : new RecordSet();
  seen.set(key, records);
  return records;
}
