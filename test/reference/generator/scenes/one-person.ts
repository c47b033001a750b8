/** Scenes of one human being: who stays, comes, goes, comes back, gets another address, or has a namesake. */
import { altered } from '../guises.ts';
import { formed, idsOf, withoutIds } from '../ids.ts';
import type { Sheet } from '../people.ts';
import type { Stage } from '../stage.ts';
import { fresh, type Scene, setMail } from './scene.ts';

export function stay(_: Scene, stage: Stage): void {
  stage.addBoth(0);
}

/** Somebody has left, leaves, or is switched off; perhaps without ever having had an address. */
export function leaver(s: Scene, stage: Stage): void {
  const [first] = stage.people;
  if (first === undefined) return;
  first.old.active = first.old.active && !s.a;
  if (s.b) first.old.sso = first.old.scim = null;
  stage.add('old', first.old, 0);
  first.new.active = false;
  if (s.c) stage.add('new', first.new, 0);
}

export function joiner(_: Scene, stage: Stage): void {
  const [first] = stage.people;
  if (first !== undefined) stage.add('new', first.new, 0);
}

/** Another address, which an alias or the name may lead to, where no id does. */
export function renamed(s: Scene, stage: Stage): void {
  const [first] = stage.people;
  if (first === undefined) return;
  const change = (['domain', 'fresh', 'rename'] as const)[s.pick % 3] ?? 'domain';
  const before = first.old.sso ?? first.old.scim;
  first.new.sso = altered(before, change, stage.start);
  first.new.scim = first.new.sso;
  if (s.pick < 4) first.old.ids = withoutIds();
  const spelled = (value: string): string => (s.c ? `smtp:${value.toUpperCase()}` : value);
  if (s.a && s.b && before !== null) first.new.aliases = [spelled(before)];
  if (s.a && !s.b && first.new.sso !== null) first.old.aliases = [spelled(first.new.sso)];
  stage.addBoth(0);
}

/** One human, and two records on one side. */
export function rehire(s: Scene, stage: Stage): void {
  const [first] = stage.people;
  if (first === undefined) return;
  stage.addBoth(0);
  const side = s.a ? 'old' : 'new';
  const copy: Sheet = { ...first[side], ids: { ...first[side].ids } };
  copy.active = s.pick < 2;
  if (s.b) setMail(copy, `again${stage.start}@example.com`);
  if (s.c) copy.ids = formed(idsOf(700 + stage.start, stage.look.kinds, false), 'same');
  // The id is that of the record that is switched off, the address that of the other one.
  if (s.pick === 3) {
    setMail(copy, `again${stage.start}@example.com`);
    copy.ids = { ...first[side].ids };
    first[side].ids = withoutIds();
  }
  stage.add(side, copy, 0);
}

/** Old values that differ, and stay, cross, meet in one, or change. */
export function divergingMember(s: Scene, stage: Stage): void {
  const [first] = stage.people;
  if (first === undefined) return;
  const [mail, login] = [first.old.scim ?? first.old.sso, `login${stage.start}@example.net`];
  first.old.sso = first.new.sso = login;
  first.old.scim = first.new.scim = mail;
  if (s.pick === 1) [first.new.sso, first.new.scim] = [mail, login];
  if (s.pick === 2) first.new.sso = mail;
  if (s.pick === 3) first.new.scim = login;
  if (s.pick === 4) fresh(first.new, stage.start);
  if (s.a) first.old.active = false;
  stage.addBoth(0);
  // Whoever was inactive is hardly ever listed otherwise.
  const email = s.b ? login : mail;
  if ((s.a || s.c) && email !== null) {
    stage.addRow({ person: first.old.person, email, name: first.old.name, active: true }, 0);
  }
}

/** Nothing but the name, which somebody else bears as well: one who is there, or one who has left. */
export function namesakes(s: Scene, stage: Stage): void {
  const [first, second] = stage.people;
  if (first === undefined || second === undefined) return;
  const side = s.a ? 'old' : 'new';
  first.old.ids = withoutIds();
  fresh(first.new, stage.start);
  second[side].name = first[side].name;
  second[side].active = s.b;
  stage.addBoth(0);
  stage.add(side, second[side], 1);
  if (s.c) stage.add(s.a ? 'new' : 'old', second[s.a ? 'new' : 'old'], 1);
}
