import { type InputSummary, MAP_KEYS } from '../../model/input.ts';
import type { Reconciliation } from '../../model/reconciliation.ts';
import type { User } from '../../model/user.ts';

/**
 * Whether nobody was compared with anything but their own record: one file was given for both sides, as a mistyped variable
 * does it. One that has both sides in columns, rows or sheets of their own is read in two ways, and is not meant; nor are two
 * files that hold the same, as they do where nothing has to change.
 */
export function isComparedWithItself({ inputs, people }: Pick<Reconciliation, 'inputs' | 'people'>): boolean {
  const recordOf = (user: User) => {
    const input = inputs.find(({ side, file }) => side === user.side && file === user.file);
    // Which sheet of a workbook it was, an input does not say.
    return input === undefined || input.format === 'xlsx' ? null : `${input.file} ${user.line} ${readAs(input)}`;
  };
  let pairs = 0;
  for (const { old, new: next } of people) {
    if (old === null || next === null) continue;
    const record = recordOf(old);
    if (record === null || record !== recordOf(next)) return false;
    pairs += 1;
  }
  return pairs > 0;
}

function readAs({ mapping }: InputSummary): string {
  return JSON.stringify(MAP_KEYS.map((key) => mapping[key]));
}
