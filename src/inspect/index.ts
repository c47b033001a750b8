// Looks at exports before anything is checked: what they are, what pairs them, what is wrong with them, what to type next.
// May use: model, email, loaders, matcher/id-forms, and of reporters what makes text harmless. It stands beside reconcile.
// May not: read files, pair people for a verdict, or tell anybody's address.
import { PreflightError } from '../errors.ts';
import type { SeenRecords } from '../loaders/load-table.ts';
import type { RawTable } from '../loaders/raw-table.ts';
import { candidatesOf } from './candidates.ts';
import { factsOf } from './column-facts.ts';
import { inspectFile } from './inspect-file.ts';
import type { FileInspection, Inspection, InspectionFailure, Overlap } from './inspection.ts';
import { lookAt } from './look.ts';
import { nextCommand } from './next-command.ts';
import { overlapOf } from './overlap.ts';
import { type Inspected, type InspectedSide, populationOf } from './population.ts';
import { guessSides, type SideFiles } from './sides.ts';

/** One file: its cells, or why they could not be read. */
export type Reading = { readonly table: RawTable } | { readonly file: string; readonly error: PreflightError };

/** With more sides than that, only what a check would compare is compared. */
const MOST_SIDES = 4;

/**
 * Inspects exports: what each is, and what they have in common. Nothing in the result tells anybody's address or id.
 *
 * @param readings - what was read, in the order in which the files were named
 * @param pages - tables that are pages of one export, where that is known
 */
export function inspectTables(readings: readonly Reading[], pages: readonly (readonly RawTable[])[] = []): Inspection {
  const tables = readings.flatMap((reading) => ('table' in reading ? [reading.table] : []));
  const failures = new Map<Reading, InspectionFailure>();
  for (const reading of readings) if ('error' in reading) failures.set(reading, failure(reading.file, reading.error));
  const looked = guessSides(tables, pages).map((list) => inspectSide(list));
  const sides = looked.map(({ side }) => side).filter(({ files }) => files.length > 0);
  for (const { faults } of looked) {
    for (const [table, fault] of faults) {
      const reading = readings.find((one) => 'table' in one && one.table === table);
      if (reading !== undefined) failures.set(reading, failure(table.file, fault));
    }
  }
  const inspected = new Map(sides.flatMap(({ side, files }) => files.map((one) => [one.look.raw, { one, side }])));
  const files: FileInspection[] = [];
  const known = new Map<string, string>();
  for (const table of tables) {
    const found = inspected.get(table);
    if (found !== undefined) files.push(inspectFile(found.one, found.side, known.get(table.sha256)));
    if (!known.has(table.sha256)) known.set(table.sha256, table.file);
  }
  const overlaps = overlapsOf(sides);
  return {
    schemaVersion: 1,
    files,
    failures: readings.flatMap((reading) => failures.get(reading) ?? []),
    overlaps,
    next: files.length === 0 ? null : nextCommand(sides, overlaps),
  };
}

/** The files of one side, of which some may turn out to be unreadable only when they are mapped. */
function inspectSide({ side, tables }: SideFiles): {
  readonly side: InspectedSide;
  readonly faults: Map<RawTable, PreflightError>;
} {
  const faults = new Map<RawTable, PreflightError>();
  const seen: SeenRecords = new Map();
  const files = tables.flatMap((table): Inspected[] => {
    try {
      const look = lookAt(table, side === 'app', tables, seen);
      return [{ look, columns: candidatesOf(look).map((candidate) => factsOf(look, candidate)) }];
    } catch (fault) {
      if (!(fault instanceof PreflightError)) throw fault;
      faults.set(table, fault);
      return [];
    }
  });
  return { side: { side, files }, faults };
}

function overlapsOf(sides: readonly InspectedSide[]): Overlap[] {
  const compared = sides.length > MOST_SIDES ? sides.filter(({ side }) => side !== null) : sides;
  const populations = compared.map(({ files }) => populationOf(files));
  return populations.flatMap((old, index) => populations.slice(index + 1).map((next) => overlapOf(old, next)));
}

function failure(file: string, { code, message, line }: PreflightError): InspectionFailure {
  return { file, code, message, line: line ?? null };
}
