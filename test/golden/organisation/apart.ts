import type { Entry } from './story.ts';

const ADDRESSES = ['email', 'login', 'secondEmail', 'mail', 'userPrincipalName', 'alternateEmailAddress', 'Email'];
/** Badge numbers are left out: they repeat external ids, which is what they are there for. */
const IDS = [['employeeNumber', 'employeeId'], ['externalId'], ['immutableId'], ['onPremisesImmutableId']] as const;
const NO_ID = /^(?:n\/a|tbd|-|none|unknown|0+|)$/;
const SPELLED_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };
const SINGLE: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

/**
 * Sees to it that no story touches another one's people: a table of what must happen is right only as long as what was
 * planted for one story says nothing in the next.
 *
 * @throws Error for an address, the local part of one, an id or a full name that two plantings share
 */
export function assertApart(entries: readonly Entry[]): void {
  const holders = new Map<string, string>();
  for (const entry of entries) {
    for (const key of keysOf(entry)) {
      const holder = holders.get(key) ?? entry.scope;
      if (holder !== entry.scope) throw new Error(`“${holder}” and “${entry.scope}” share ${key}`);
      holders.set(key, entry.scope);
    }
  }
}

function keysOf(entry: Entry): string[] {
  const { cells } = entry;
  const addresses = [...ADDRESSES.map((column) => cells[column] ?? ''), ...(cells.proxyAddresses ?? '').split(';')];
  return [
    ...addresses
      .map(bare)
      .flatMap((address) =>
        /^(?:#.*)?$/.test(address) ? [] : [`address ${address}`, `local part ${localOf(address)}`],
      ),
    ...IDS.flatMap((columns) => columns.map((column) => [columns[0], idOf(cells[column] ?? '')] as const))
      .filter(([, id]) => !NO_ID.test(id))
      .map(([kind, id]) => `${kind} ${id}`),
    ...namesOf(entry)
      .flatMap((name) => [...new Set([name, spelledOut(name)].map(partsOf))])
      .map((name) => `name ${name}`),
  ];
}

/** What is left of an address that is spelled in any way. */
function bare(address: string): string {
  const folded = address
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Default_Ignorable_Code_Point}\p{White_Space}]/gu, '');
  return folded.replace(/^smtp:|^x500:.*|[<>]/g, '').replace('xn--mnchen-3ya', 'münchen');
}

function localOf(address: string): string {
  return address.split('@')[0] ?? '';
}

function idOf(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replace(/^0+(?=\d+$)/, '');
}

function namesOf({ side, cells }: Entry): string[] {
  if (side === 'app') return named(cells.Name ?? '');
  const [given, family] = side === 'old' ? [cells.firstName, cells.lastName] : [cells.givenName, cells.surname];
  return named(given && family ? `${given} ${family}` : (cells.displayName ?? ''));
}

function named(name: string): string[] {
  return name === '' ? [] : [name];
}

function spelledOut(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüåø]/gu, (letter) => SPELLED_OUT[letter] ?? '');
}

/** The words of a name in any order, without marks. */
function partsOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øđłıðßæœþ]/gu, (letter) => SINGLE[letter] ?? '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
    .sort()
    .join(' ');
}
