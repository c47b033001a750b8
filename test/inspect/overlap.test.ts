import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalForm } from '../../src/email/normal-form.ts';
import { commonValues } from '../../src/inspect/common-values.ts';
import { inspectTables } from '../../src/inspect/index.ts';
import { idForm } from '../../src/matcher/id-forms.ts';
import { rawTable } from '../loaders/tables.ts';

type Cells = readonly string[];

function overlapOf(old: { header: Cells; rows: readonly Cells[] }, next: { header: Cells; rows: readonly Cells[] }) {
  const { overlaps } = inspectTables([
    { table: rawTable(old.header, old.rows, { sha256: 'a' }) },
    { table: rawTable(next.header, next.rows, { sha256: 'b', file: 'new.csv' }) },
  ]);
  const [overlap] = overlaps;
  if (overlap === undefined) throw new Error('nothing was compared');
  return overlap;
}

const EMAIL = fc.constantFrom('a@x.com', 'A@x.com', 'a@x.com ', 'b@x.com', 'b@X.com', 'c@x.com', 'd@x.com', '', ' ');
const ID = fc.constantFrom('7', '007', '8', '9', '10', 'k-1', 'K-1', '', 'n/a', '-');
const STATUS = fc.constantFrom('active', 'active', 'active', 'inactive');

describe('what two files have in common', () => {
  it('is what a count by brute force finds', () => {
    const row = fc.record({ mail: EMAIL, upn: EMAIL, id: ID, status: STATUS });
    const rows = fc.array(row, { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(rows, rows, (old, next) => {
        // A serial number, so that no record is there twice.
        const table = (list: typeof old) => ({
          header: ['mail', 'userPrincipalName', 'employeeId', 'status', 'serial'],
          rows: list.map(({ mail, upn, id, status }, index) => [mail, upn, id, status, `s ${index}`]),
        });
        const overlap = overlapOf(table(old), table(next));
        const form = (id: string) => idForm('employee-id', id);
        const ids = (list: typeof old) => [...new Set(list.map(({ id }) => form(id)).filter((id) => id !== null))];
        const sole = (list: typeof old, id: string) => {
          const holders = list.filter((user) => user.status === 'active' && form(user.id) === id);
          return holders.length === 1 ? holders[0] : undefined;
        };
        const both = ids(old).filter((id) => ids(next).includes(id));
        const pairs = both.flatMap((id) => {
          const [a, b] = [sole(old, id), sole(next, id)];
          return a === undefined || b === undefined ? [] : [[a, b] as const];
        });
        const found = overlap.ids.find(({ kind }) => kind === 'employee-id');
        const counts = {
          inBoth: both.length,
          onlyOld: ids(old).length - both.length,
          onlyNew: ids(next).length - both.length,
          pairs: pairs.length,
        };
        if (ids(old).length + ids(next).length > 0) expect(found).toMatchObject(counts);
        const columns = { mail: 'mail', userPrincipalName: 'upn' } as const;
        for (const email of overlap.emails) {
          const [oldKey, newKey] = [columns[email.old as 'mail'], columns[email.new as 'mail']];
          const valuesOf = (list: typeof old, key: 'mail' | 'upn') => [
            ...new Set(list.map((user) => user[key]).filter((value) => value.trim() !== '')),
          ];
          const [a, b] = [valuesOf(old, oldKey), valuesOf(next, newKey)];
          const equal = a.filter((value) => b.includes(value));
          const respelt = a.filter(
            (value) => !b.includes(value) && b.some((other) => normalForm(other) === normalForm(value)),
          );
          expect(email).toMatchObject({
            inBoth: equal.length,
            inBothButForSpelling: respelt.length,
            onlyOld: a.length - equal.length,
            onlyNew: b.length - equal.length,
          });
          if (email.paired === null) {
            expect(pairs).toHaveLength(0);
            continue;
          }
          const couples = pairs.map(([x, y]) => [x[oldKey], y[newKey]] as const);
          const present = couples.filter(([x, y]) => x.trim() !== '' && y.trim() !== '');
          expect(email.paired).toEqual({
            missing: couples.length - present.length,
            equal: present.filter(([x, y]) => x === y).length,
            spelling: present.filter(([x, y]) => x !== y && normalForm(x) === normalForm(y)).length,
            different: present.filter(([x, y]) => normalForm(x) !== normalForm(y)).length,
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('counts values of any columns as sets do', () => {
    const column = fc.array(fc.option(fc.constantFrom('', 'a', 'b', 'c', '__proto__', 'constructor'), { nil: null }));
    fc.assert(
      fc.property(fc.array(column, { maxLength: 4 }), fc.array(column, { maxLength: 4 }), (old, next) => {
        const values = (list: readonly (string | null)[]) => [...new Set(list)].filter((value) => value !== null);
        expect(commonValues(old, next)).toEqual(
          old.map((a) =>
            next.map((b) => {
              const inBoth = values(a).filter((value) => values(b).includes(value)).length;
              return { inBoth, onlyOld: values(a).length - inBoth, onlyNew: values(b).length - inBoth };
            }),
          ),
        );
      }),
    );
  });

  it('finds the new column that is what the old side sends', () => {
    const people = Array.from({ length: 20 }, (_, n) => n);
    const overlap = overlapOf(
      { header: ['email', 'employeeNumber'], rows: people.map((n) => [`p${n}@x.com`, `0${n + 100}`]) },
      {
        header: ['mail', 'userPrincipalName', 'employeeId'],
        // Two are capitalised, three are somebody's else; the names that people sign in with are all right.
        rows: people.map((n) => [
          n < 2 ? `P${n}@x.com` : n < 5 ? `q${n}@x.com` : `p${n}@x.com`,
          `p${n}@x.com`,
          `${n + 100}`,
        ]),
      },
    );
    expect(overlap.bestId).toMatchObject({ old: 'employeeNumber', new: 'employeeId', inBoth: 20, pairs: 20 });
    expect(overlap.emails.map((each) => [each.new, each.paired])).toEqual([
      ['userPrincipalName', { equal: 20, spelling: 0, different: 0, missing: 0 }],
      ['mail', { equal: 15, spelling: 2, different: 3, missing: 0 }],
    ]);
  });

  it('compares the anchor of Active Directory as bytes, under any header', () => {
    const base64 = 'AAECAwQFBgcICQoLDA0ODw==';
    const guid = '03020100-0504-0706-0809-0a0b0c0d0e0f';
    const old = { header: ['email', 'objectGUID'], rows: [['a@x.com', guid]] };
    const known = overlapOf(old, { header: ['mail', 'onPremisesImmutableId'], rows: [['a@x.com', base64]] });
    expect(known.bestId).toMatchObject({ kind: 'immutable-id', inBoth: 1, pairs: 1 });
  });

  it('says that ids of a provider pair nobody', () => {
    const rows = Array.from({ length: 6 }, (_, n) => [`p${n}@x.com`, `00u1a2b3c4d5e6f7g8h${n}`]);
    const overlap = overlapOf({ header: ['email', 'id'], rows }, { header: ['mail', 'oktaId'], rows });
    expect(overlap.ids).toEqual([expect.objectContaining({ old: 'id', new: 'oktaId', inBoth: 6, pairsPeople: false })]);
    expect(overlap.bestId).toBeNull();
    expect(overlap.emails[0]?.paired).toBeNull();
  });
});
