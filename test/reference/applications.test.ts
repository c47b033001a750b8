/** No app with a scope of its own is told that it is safe where it is not, though pairing saw more people than it has. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateGate } from '../../src/index.ts';
import { usersFromRecords } from '../../src/loaders/from-records.ts';
import { reconcileApplications } from '../../src/reconcile-applications.ts';
import { type LibraryInput, predictionsOf, toRecords } from './agreement.ts';
import { organisation } from './organisation.ts';
import type { RefUser } from './records.ts';
import { MODES } from './simulation.ts';
import { truthViolations } from './truth.ts';

function tablesOf({ old, new: next, app }: LibraryInput) {
  return {
    old: usersFromRecords('old', old),
    new: usersFromRecords('new', next),
    app: app === undefined ? null : usersFromRecords('app', app),
  };
}

const placesOf = (all: readonly RefUser[], part: readonly RefUser[]) =>
  Int32Array.from(part, (user) => all.indexOf(user));

test('an open gate of a part of an organisation wrongs nobody', () => {
  let open = 0;
  const drawn = fc.sample(fc.tuple(organisation, fc.nat(), fc.boolean()), { numRuns: 1500, seed: 11 });
  drawn.forEach(([full, salt, listed], index) => {
    const inScope = ({ line }: RefUser) => (line * 7919 + salt) % 5 !== 0;
    const part = {
      ...full,
      old: full.old.filter(inScope),
      new: full.new.filter(inScope),
      app: listed ? full.app : null,
    };
    if (part.old.length === 0 || part.new.length === 0) return;
    const mode = MODES[index % MODES.length] ?? 'scim';
    const { applications } = reconcileApplications(tablesOf(toRecords({ ...full, app: null })), [
      {
        name: 'part',
        tables: tablesOf(toRecords(part)),
        places: { old: placesOf(full.old, part.old), new: placesOf(full.new, part.new) },
        mode,
      },
    ]);
    const [found] = applications;
    if (found === undefined || evaluateGate(found).status !== 'open') return;
    open += 1;
    expect(truthViolations(part, mode, 'exact', predictionsOf(part, found), true)).toEqual([]);
  });
  expect(open).toBeGreaterThan(100);
});
