/** Scenes about accounts that no old user's address leads to. */
import { fullName, type Human } from '../people.ts';
import type { Stage } from '../stage.ts';
import { move, type Scene } from './scene.ts';

/** Members whom somebody invited by hand, so that no old user is theirs; one newcomer arrives with it, or two do. */
export function invited(s: Scene, stage: Stage): void {
  const [first, second] = stage.people;
  if (first === undefined) return;
  const mail = first.new.sso ?? first.new.scim ?? `guest${stage.start}@example.com`;
  if (second !== undefined) move(s, second.new, { ...first.new, sso: mail, scim: mail });
  for (const [i, two] of stage.people.entries()) stage.add('new', two.new, i);
  const name = s.a ? fullName(stage.cast[0] as Human) : s.b ? 'Olga Petrov' : null;
  stage.addRow({ person: `p${stage.start}`, email: mail, name, active: s.pick !== 3 }, 0);
  if (s.c) stage.addRow({ person: `p${stage.start}`, email: mail, name: null, active: s.pick !== 4 }, 0);
}

/** Somebody stays; and the list has a member of neither provider, who may be called the same. */
export function memberOnly(s: Scene, stage: Stage): void {
  stage.addBoth(0);
  const name = s.a ? fullName(stage.cast[0] as Human) : s.b ? 'Olga Petrov' : null;
  const person = s.c && s.a ? `p${stage.start}` : `m${stage.start}`;
  stage.addRow({ person, email: `member${stage.start}@example.com`, name, active: s.pick !== 3 }, 0);
}
