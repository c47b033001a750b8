/** Lists the people of a scene with the service provider, each in the way that was drawn for them. */
import { emails } from '../records.ts';
import { altered } from './guises.ts';
import { fullName, type Human, type Listing, type Sheet } from './people.ts';
import type { RowSheet, Stage } from './stage.ts';

type Place = Pick<RowSheet, 'email' | 'active'>;

/** `listing` of a human, or their `oddListing` in a scene about the member list. */
export function listEverybody(stage: Stage, oddly: boolean): void {
  stage.cast.forEach((h, i) => {
    const listing = oddly ? h.oddListing : h.listing;
    for (const place of placesOf(stage, i, listing)) {
      stage.addRow({ ...place, ...memberOf(stage, h, i) }, i);
    }
  });
}

/** The addresses at which somebody is listed; false: removed. */
function placesOf(stage: Stage, i: number, listing: Listing): Place[] {
  const n = stage.start + i;
  const h = stage.cast[i];
  const [old] = stage.put[i]?.old ?? [];
  const [next] = stage.put[i]?.new ?? [];
  const home = addressOf(old) ?? addressOf(next);
  const at = (email: string | null | undefined, active = true): Place[] => (email == null ? [] : [{ email, active }]);
  const spelled = altered(home, h?.rowGuise ?? 'case', n);
  switch (listing) {
    case 'old':
      return old?.active ? at(home) : [];
    case 'none':
      return [];
    case 'even-inactive':
      return old === undefined ? [] : at(home);
    case 'sso':
      return at(old?.sso);
    case 'scim':
      return at(old?.scim);
    case 'both-values':
      return old === undefined
        ? []
        : [...new Set(emails({ sso: old.sso, scim: old.scim }))].flatMap((value) => at(value));
    case 'new':
      return at(addressOf(next));
    case 'alias':
      return at(old?.aliases.at(0) ?? next?.aliases.at(0) ?? `post${n}@example.com`);
    case 'drift':
      return at(spelled);
    case 'removed':
      return at(home, false);
    case 'removed-once':
      return [...at(home, false), ...at(home)];
    case 'twice':
      return [...at(home), ...at(home)];
    case 'twice-spelled':
      return [...at(home), ...at(spelled)];
    case 'elsewhere':
      return at(`account${n}@example.com`);
  }
}

function addressOf(sheet: Sheet | undefined): string | null {
  return sheet === undefined ? null : (sheet.scim ?? sheet.sso);
}

/** Whose the row is in truth, and what it is named. */
function memberOf(stage: Stage, h: Human, i: number): Pick<RowSheet, 'person' | 'name'> {
  const next = (i + 1) % stage.cast.length;
  const person =
    h.rowOf === 'nobody' ? `x${stage.start + i}` : `p${stage.start + (h.rowOf === 'neighbour' ? next : i)}`;
  const neighbour = stage.cast[next];
  const own = h.rowOf === 'nobody' ? 'Olga Petrov' : fullName((h.rowOf === 'neighbour' ? neighbour : h) ?? h);
  const names = {
    same: own,
    none: null,
    nobody: 'Ivan Orlov',
    neighbour: fullName(neighbour ?? h),
    part: `${h.given} Baker`,
  };
  return { person, name: names[h.rowName] };
}
