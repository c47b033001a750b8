/** Scenes in which ids are of several people, or mean nothing. */
import { mapIds } from '../ids.ts';
import type { Stage } from '../stage.ts';
import { fresh, move, type Scene } from './scene.ts';

export function sharedId(s: Scene, stage: Stage): void {
  const [first, second] = stage.people;
  if (first === undefined || second === undefined) return;
  if (s.a) second.old.ids = { ...first.old.ids };
  if (s.b) second.new.ids = { ...first.new.ids };
  if (!s.a && !s.b) second.old.ids['employee-id'] = second.new.ids['employee-id'] = '00999';
  if (!s.a && !s.b) first.old.ids['employee-id'] = first.new.ids['employee-id'] = '999';
  if (s.c) fresh(first.new, stage.start);
  stage.addBoth(0);
  stage.addBoth(1);
}

/** The record of the first is the second's now: its ids have come along, perhaps its address and its name. */
export function reusedRecord(s: Scene, stage: Stage): void {
  const [first, second] = stage.people;
  if (first === undefined || second === undefined) return;
  if (s.pick === 0) first.old.active = false;
  second.new.ids = { ...first.new.ids };
  if (s.a) move(s, second.new, first.old);
  if (s.pick === 1) second.new.name = first.new.name;
  stage.add('old', first.old, 0);
  if (s.b) {
    fresh(first.new, stage.start);
    first.new.ids = mapIds(first.new.ids, () => null);
    stage.add('new', first.new, 0);
  }
  if (s.c) stage.add('old', second.old, 1);
  stage.add('new', second.new, 1);
}

/** One kind of id means something else on the new side, for nearly everybody. */
export function kindDisagrees(s: Scene, stage: Stage): void {
  const { people, start } = stage;
  const kind = s.pick === 2 ? 'employee-id' : s.pick === 3 ? 'immutable-id' : 'external-id';
  people.forEach((two, i) => {
    if (i > 0 || !s.a) {
      two.old.ids[kind] = `ex-${start + i}`;
      two.new.ids[kind] = s.b ? `ex-${start + ((i + 1) % people.length)}` : `row${start + i}`;
      if (s.c && i < 3) two.new.ids[kind] = two.old.ids[kind];
      if (s.pick === 1 && i === 1 && people[0] !== undefined) move(s, two.new, people[0].old);
    }
    stage.addBoth(i);
  });
}
