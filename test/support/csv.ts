import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** The records of a fixture, by header. */
export function readFixture(path: string): Record<string, string>[] {
  return parse(readFileSync(path, 'utf8'), {
    columns: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
  });
}
