/** Scenes in which one address, or nearly one, is of several people. */
import { altered } from '../guises.ts';
import { withoutIds } from '../ids.ts';
import type { Stage } from '../stage.ts';
import { fresh, move, type Scene, setMail } from './scene.ts';

/** Everybody gets the address of the next one. */
export function rotation(s: Scene, stage: Stage): void {
  const before = stage.people.map((two) => ({ ...two.old }));
  stage.people.forEach((two, i) => {
    const from = before[(i + 1) % before.length];
    if (from !== undefined) move(s, two.new, from);
    stage.addBoth(i);
  });
}

/** The address of the first is the second's after the switch. The first has left, or moved to another address. */
export function handover(s: Scene, stage: Stage): void {
  const [first, second] = stage.people;
  if (first === undefined || second === undefined) return;
  if (s.pick === 1) second.new.name = first.old.name;
  if (s.pick === 2 && first.old.name !== null) second.new.name = `Olga ${first.old.name.split(' ').at(-1) ?? ''}`;
  if (s.pick === 3) second.new.name = second.new.ids['employee-id'] = null;
  second.old.name = second.new.name === null ? second.old.name : second.new.name;
  move(s, second.new, first.old);
  if (s.pick === 0) first.old.active = false;
  stage.add('old', first.old, 0);
  if (s.a) {
    fresh(first.new, stage.start);
    if (s.c && first.old.sso !== null) first.new.aliases = [first.old.sso];
    stage.add('new', first.new, 0);
  }
  if (s.b) stage.add('old', second.old, 1);
  stage.add('new', second.new, 1);
}

/** Same name, addresses that differ by guise only. */
export function twins(s: Scene, stage: Stage): void {
  const [first, second] = stage.people;
  if (first === undefined || second === undefined) return;
  const guises = ['case', 'space', 'rename', 'domain-case', 'domain', stage.cast[0]?.rowGuise ?? 'mailto'] as const;
  const guise = guises[s.pick] ?? 'case';
  for (const side of ['old', 'new'] as const) {
    second[side].name = first[side].name;
    if (s.a && side === 'new') continue;
    second[side].sso = altered(first[side].sso, guise, stage.start);
    second[side].scim = altered(first[side].scim, guise, stage.start);
  }
  stage.addBoth(0);
  if (!s.b) stage.add('old', second.old, 1);
  if (!s.c) stage.add('new', second.new, 1);
}

/** Somebody stays, and a newcomer writes all but the same address: one account under some policies, two under others. */
export function nearMiss(s: Scene, stage: Stage): void {
  const [first, second] = stage.people;
  const guise = stage.cast[0]?.rowGuise;
  if (first === undefined || second === undefined || guise === undefined) return;
  const spelled = altered(first.new.scim ?? first.new.sso, guise, stage.start);
  move(s, second.new, { ...second.new, sso: spelled, scim: spelled });
  stage.addBoth(0);
  if (s.a) stage.add('old', second.old, 1);
  stage.add('new', second.new, 1);
}

export function sharedMail(s: Scene, stage: Stage): void {
  const [first, second] = stage.people;
  if (first === undefined || second === undefined) return;
  if (!s.a) move(s, second.old, first.old);
  if (!s.b) move(s, second.new, first.new);
  stage.addBoth(0);
  stage.addBoth(1);
}

/** The first has moved, and their old address is an alias of the second: also theirs, or theirs alone. */
export function sharedAlias(s: Scene, stage: Stage): void {
  const [first, second] = stage.people;
  if (first === undefined || second === undefined) return;
  const kept = first.old.sso ?? first.old.scim;
  fresh(first.new, stage.start);
  if (s.pick < 3) first.old.ids = second.old.ids = withoutIds();
  if (kept !== null) {
    second.new.aliases = [s.c ? `SMTP:${kept.toUpperCase()}` : kept];
    if (s.a) first.new.aliases = [kept];
  }
  if (s.pick % 3 === 1) fresh(second.new, stage.start + 1);
  if (s.pick % 3 === 2) first.new.active = false;
  stage.addBoth(0);
  if (!s.b) stage.add('old', second.old, 1);
  stage.add('new', second.new, 1);
}

/** The second's new address is the first's old SSO value, and not their SCIM value (or the other way round). */
export function otherValue(s: Scene, stage: Stage): void {
  const [first, second] = stage.people;
  if (first === undefined || second === undefined) return;
  const login = `login${stage.start}@example.net`;
  if (s.a) first.old.sso = first.new.sso = login;
  else first.old.scim = first.new.scim = login;
  setMail(second.new, login);
  if (s.pick === 1) second.new.sso = second.old.sso;
  stage.addBoth(0);
  if (s.b) stage.add('old', second.old, 1);
  stage.add('new', second.new, 1);
}

/** Several bring one address to which there was no account. */
export function freshCollision(s: Scene, stage: Stage): void {
  const mail = `hello${stage.start}@example.com`;
  stage.people.forEach((two, i) => {
    // One policy sees that these are one address, another does not.
    const theirs = i > 0 && s.c ? altered(mail, stage.cast[i]?.rowGuise ?? 'case', i) : mail;
    if (s.pick !== 1 || i === 0) two.new.scim = theirs;
    if (s.pick !== 2 || i === 0) two.new.sso = theirs;
    if (s.a || i === 0) stage.add('old', two.old, i);
    stage.add('new', two.new, i);
  });
}
