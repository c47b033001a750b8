import { parse } from 'csv-parse/sync';
import type { UserRecord } from '../src/index.ts';

/** A record, and who it truly is. */
export interface Labelled {
  readonly label: string;
  readonly user: UserRecord;
}

/** An old and a new user list whose truth is known. */
export interface LabelledSides {
  readonly old: readonly Labelled[];
  readonly new: readonly Labelled[];
}

interface FakePerson {
  readonly first_name: string;
  readonly surname: string;
  readonly email: string;
  readonly cluster: string;
}

interface FebrlPerson {
  readonly rec_id: string;
  readonly given_name: string;
  readonly surname: string;
  readonly soc_sec_id: string;
}

/** The first record of each person is the old user, the last one the new; who has one record is on either side in turn. */
export function fakeOneEach(csv: string): LabelledSides {
  const sides: { old: Labelled[]; new: Labelled[] } = { old: [], new: [] };
  let alone = 0;
  for (const [first, ...others] of people(csv).values()) {
    const last = others.at(-1);
    if (last !== undefined) {
      sides.old.push(first);
      sides.new.push(last);
    } else sides[alone++ % 2 === 0 ? 'old' : 'new'].push(first);
  }
  return sides;
}

/** All records of each person, the first on the old side, the second on the new, and so on in turn. */
export function fakeAll(csv: string): LabelledSides {
  const records = [...people(csv).values()].flatMap((group) => group.map((record, index) => ({ record, index })));
  const side = (odd: number) => records.filter(({ index }) => index % 2 === odd).map(({ record }) => record);
  return { old: side(0), new: side(1) };
}

/** What FEBRL's people are made users with: they have neither ids nor addresses of their own. */
export interface FebrlUse {
  /** `soc_sec_id` is the employee id. */
  readonly withId?: boolean;
  /** Addresses are of name and `soc_sec_id`, so that namesakes have different ones; default: of the name alone. */
  readonly withNumberInAddress?: boolean;
  /** The domain of the new side's addresses; default that of the old side. */
  readonly newDomain?: string;
}

const DOMAIN = 'example.com';

/** The originals are the old users, the duplicates the new. */
export function febrl(originals: string, duplicates: string, use: FebrlUse): LabelledSides {
  return { old: febrlSide(originals, use, DOMAIN), new: febrlSide(duplicates, use, use.newDomain ?? DOMAIN) };
}

function people(csv: string): Map<string, [Labelled, ...Labelled[]]> {
  const groups = new Map<string, [Labelled, ...Labelled[]]>();
  for (const { first_name, surname, email, cluster } of read<FakePerson>(csv)) {
    const record = { label: cluster, user: user(email, [first_name, surname]) };
    const group = groups.get(cluster);
    if (group === undefined) groups.set(cluster, [record]);
    else group.push(record);
  }
  return groups;
}

function febrlSide(csv: string, { withId, withNumberInAddress }: FebrlUse, domain: string): Labelled[] {
  return read<FebrlPerson>(csv).map(({ rec_id, given_name, surname, soc_sec_id }) => {
    const parts = [given_name, surname, ...(withNumberInAddress === true ? [soc_sec_id] : [])];
    return {
      // rec-17-org and rec-17-dup-0 are one person.
      label: rec_id.split('-')[1] ?? '',
      user: {
        ...user(addressOf(parts, domain), [given_name, surname]),
        ids: withId === true ? { 'employee-id': soc_sec_id } : {},
      },
    };
  });
}

/** What a provisioning system makes of a name: given.surname, of a to z and digits alone. */
function addressOf(names: readonly string[], domain: string): string {
  const parts = names.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, '')).filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join('.')}@${domain}`;
}

function user(email: string, names: readonly string[]): UserRecord {
  const name = names.filter((part) => part !== '').join(' ');
  return { sso: email, scim: email, name };
}

function read<Row>(csv: string): Row[] {
  return parse(csv, { columns: true, trim: true }) as Row[];
}
