/** Lays a crosswalk over two small sides, and writes down who is whom. */
import type { Decision } from '../../../src/model/crosswalk.ts';
import type { Person } from '../../../src/model/person.ts';
import type { UserRecord } from '../../../src/model/user.ts';
import { reconcile } from '../../../src/reconcile.ts';

/** A row about two users, by their numbers; without a decision it only names them. */
export interface Couple {
  readonly old: number;
  readonly new: number;
  readonly decision?: Decision;
}

export function sames(...couples: readonly (readonly [number, number])[]): Couple[] {
  return couples.map(([old, next]) => ({ old, new: next, decision: 'same' }));
}

/**
 * `old0 = new1 tier`, with what is doubtful about the pair; `old0 ? new0 new1` for candidates; `old0` for somebody alone;
 * then what is wrong with the crosswalk, by the number of the row.
 */
export function matched(
  sides: { readonly old: readonly UserRecord[]; readonly new: readonly UserRecord[] },
  couples: readonly Couple[],
): string[] {
  const login = (side: 'old' | 'new') =>
    sides[side].map((record, index) => ({ ...record, line: index + 1, username: `${side}${index}` }));
  const crosswalk = couples.map(({ decision, ...couple }, index) => ({
    ...(decision === undefined ? {} : { decision }),
    old: { username: `old${couple.old}` },
    new: { username: `new${couple.new}` },
    line: index + 1,
  }));
  const { people, inputFindings } = reconcile({ old: login('old'), new: login('new') }, { mode: 'jit', crosswalk });
  const faults = inputFindings
    .filter(({ kind }) => kind.startsWith('crosswalk-'))
    .map(({ kind, line, message }) => `${kind.slice(10)} ${line}: ${message.replace(/^.*?: |\.$/g, '')}`);
  const byPlace = [...people].sort((a, b) => placeOf(a) - placeOf(b));
  return [...byPlace.map(lineOf), ...faults];
}

function placeOf({ old, new: next }: Person): number {
  return old === null ? 1e6 + (next?.line ?? 0) : old.line;
}

function lineOf({ old, new: next, correlation, findings }: Person): string {
  const doubts = findings.map(({ kind }) => kind).filter((kind) => /conflict|unconfirmed|possible/.test(kind));
  const told = doubts.map((kind) => ` ${kind.replace('-correlation', '')}`).join('');
  if (old !== null && next !== null) return `${old.username} = ${next.username} ${correlation?.tier}${told}`;
  const user = old ?? next;
  const ambiguous = findings.find(({ kind }) => kind === 'ambiguous-correlation');
  const candidates = ambiguous?.others?.filter(({ side }) => side !== user?.side).map(({ username }) => ` ${username}`);
  return `${user?.username}${candidates === undefined ? '' : ` ?${candidates.join('')}`}${told}`;
}
