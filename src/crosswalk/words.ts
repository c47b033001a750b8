import { ID_KINDS, type User } from '../model/user.ts';
import { inert } from '../reporters/terminal.ts';
import type { Doubt } from './doubts.ts';
import { evidenceOfTwo } from './evidence.ts';

/** More of those who could be meant as well are not written out. */
const MOST_CANDIDATES = 5;

/** Who a user is, for whoever has to decide. */
export function userWords(user: User | null): string {
  if (user === null) return '';
  const { name, sso, scim, username, ids, active, side } = user;
  const addresses = [...new Set([sso, scim].filter((value) => value !== null))].map(inert).join(' / ');
  const parts = [
    `${name === null ? '' : `${inert(name)} `}<${addresses === '' ? 'no email' : addresses}>`,
    ...(username === null || username === sso || username === scim ? [] : [`login ${inert(username)}`]),
    ...ID_KINDS.flatMap((kind) => (ids[kind] === null ? [] : [`${kind} ${inert(ids[kind])}`])),
    ...(active ? [] : [side === 'app' ? 'removed' : 'inactive']),
  ];
  return parts.join(', ');
}

/** What agrees between the two, and what does not. */
export function evidenceWords({ old, new: next, app, evidence }: Doubt): string {
  const [one, other] = [old, next, app].filter((user) => user !== null);
  if (one === undefined || other === undefined) return '';
  const { agrees, differs } = evidenceOfTwo(one, other);
  const all = [...new Set([...agrees, ...evidence])];
  return [
    all.length === 0 ? 'nothing agrees' : `agree: ${all.join(', ')}`,
    ...(differs.length === 0 ? [] : [`differ: ${differs.join(', ')}`]),
  ].join('. ');
}

/** Who else could be meant. */
export function candidateWords({ old, new: next, app, finding }: Doubt): string {
  const isOfRow = (other: User) =>
    [old, next, app].some((user) => user?.side === other.side && user.file === other.file && user.line === other.line);
  const others = (finding.others ?? []).filter((other) => !isOfRow(other));
  if (others.length === 0) return '';
  const few = others.slice(0, MOST_CANDIDATES).map((other) => `${other.side} ${userWords(other)}`);
  return `${others.length} more: ${few.join(' | ')}${others.length > few.length ? ' | …' : ''}`;
}
