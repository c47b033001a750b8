import { normalForm } from '../email/normal-form.ts';
import { commonValues } from './common-values.ts';
import type { Couple } from './id-overlap.ts';
import type { EmailOverlap, PairedAddresses } from './inspection.ts';
import type { Population, SideColumn } from './population.ts';

/**
 * Compares every column of addresses of one side with every one of the other: which of them is what the old side
 * sends? Most equal addresses first.
 *
 * @param couples - people who are one by an id; null where no id tells
 */
export function compareEmails(old: Population, next: Population, couples: readonly Couple[] | null): EmailOverlap[] {
  const exact = commonValues(
    old.emails.map(({ values }) => values),
    next.emails.map(({ values }) => values),
  );
  const spellings = new Spellings();
  const respelt = old.emails.map((column) => next.emails.map((other) => respeltOnly(column, other, spellings)));
  return old.emails
    .flatMap((oldColumn, row) =>
      next.emails.flatMap((newColumn, column): EmailOverlap[] => {
        const counts = exact[row]?.[column];
        if (counts === undefined) return [];
        return [
          {
            old: oldColumn.text,
            new: newColumn.text,
            isAssumed: oldColumn.readAs.includes('sso') && newColumn.readAs.includes('sso'),
            inBoth: counts.inBoth,
            inBothButForSpelling: respelt[row]?.[column] ?? 0,
            onlyOld: counts.onlyOld,
            onlyNew: counts.onlyNew,
            paired: couples === null ? null : pairedAddresses(couples, oldColumn, newColumn),
          },
        ];
      }),
    )
    .sort(byAgreement);
}

/** The different addresses of columns, as they stand and in their normal form, each worked out once. */
class Spellings {
  readonly #columns = new Map<SideColumn, { stand: ReadonlySet<string>; forms: ReadonlySet<string> }>();

  of(column: SideColumn): { stand: ReadonlySet<string>; forms: ReadonlySet<string> } {
    const known = this.#columns.get(column);
    if (known !== undefined) return known;
    const stand = new Set<string>();
    for (const value of column.values) if (value !== null) stand.add(value);
    const made = { stand, forms: new Set([...stand].map(normalForm)) };
    this.#columns.set(column, made);
    return made;
  }
}

/** Different old addresses that the new column has in another spelling only. */
function respeltOnly(old: SideColumn, next: SideColumn, spellings: Spellings): number {
  const { stand, forms } = spellings.of(next);
  let count = 0;
  for (const value of spellings.of(old).stand) {
    if (!stand.has(value) && forms.has(normalForm(value))) count += 1;
  }
  return count;
}

function pairedAddresses(couples: readonly Couple[], old: SideColumn, next: SideColumn): PairedAddresses {
  const counts = { equal: 0, spelling: 0, different: 0, missing: 0 };
  for (const [oldIndex, newIndex] of couples) {
    const [a, b] = [old.values[oldIndex] ?? null, next.values[newIndex] ?? null];
    if (a === null || b === null) counts.missing += 1;
    else if (a === b) counts.equal += 1;
    else if (normalForm(a) === normalForm(b)) counts.spelling += 1;
    else counts.different += 1;
  }
  return counts;
}

function byAgreement(a: EmailOverlap, b: EmailOverlap): number {
  const equal = (overlap: EmailOverlap) => overlap.paired?.equal ?? overlap.inBoth;
  const spelt = (overlap: EmailOverlap) => overlap.paired?.spelling ?? overlap.inBothButForSpelling;
  return equal(b) - equal(a) || spelt(b) - spelt(a) || b.inBoth - a.inBoth;
}
