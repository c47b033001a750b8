import { LOCALES, type Locale } from './names.ts';

/** One invented person, before anything is exported. */
export interface Identity {
  readonly given: string;
  readonly family: string;
  /** The same in Latin letters. */
  readonly latinGiven: string;
  readonly latinFamily: string;
  /** Local part of their address. */
  readonly local: string;
  readonly address: string;
  /** Employee number; empty for people whom personnel does not know. */
  readonly number: string;
  /** AD anchor as a GUID, for those who are given one. */
  readonly guid: string;
  /** Further running number, for an external id or a phone. */
  readonly serial: number;
}

const SPELLED_OUT: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  ø: 'oe',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
};
const SINGLE: Readonly<Record<string, string>> = { ł: 'l', đ: 'd', ı: 'i' };

/** A letter as it is written where the keyboard has only a to z. */
export function spelledOut(letter: string): string {
  return SPELLED_OUT[letter] ?? letter;
}

/** A word as people write it in an address: a to z only. */
export function asciiWord(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüåøæœß]/gu, spelledOut)
    .normalize('NFD')
    .replace(/[łđı]/gu, (letter) => SINGLE[letter] ?? '')
    .replace(/[^a-z]/gu, '');
}

export function nameOf({ given, family }: Identity): string {
  return `${given} ${family}`;
}

export function latinNameOf({ latinGiven, latinFamily }: Identity): string {
  return `${latinGiven} ${latinFamily}`;
}

/** Makes people one after the other, each with another name, number and anchor; no chance is involved. */
export class Registry {
  readonly #taken = new Map<string, number>();
  #serial = 0;

  /**
   * The next person.
   *
   * @param number - whether personnel gave them an employee number
   */
  person(locales: readonly Locale[], number = true): Identity {
    this.#serial += 1;
    const serial = this.#serial;
    const locale = locales[serial % locales.length];
    if (locale === undefined) throw new Error('no language to take a name from');
    const count = this.#taken.get(locale.id) ?? 0;
    this.#taken.set(locale.id, count + 1);
    const [given, latinGiven] = halves(locale.given[count % locale.given.length]);
    const [family, latinFamily] = familyOf(locale, count);
    const local = `${asciiWord(latinGiven)}.${asciiWord(latinFamily)}`;
    return {
      given,
      family,
      latinGiven,
      latinFamily,
      local,
      address: `${local}@${locale.domain}`,
      number: number ? String(10_000 + serial) : '',
      guid: guidOf(serial),
      serial,
    };
  }
}

export const ALL_LOCALES = LOCALES;
export const LATIN_LOCALES = LOCALES.filter(({ latin }) => latin);

/** A family name; two with a hyphen where every given name has had every one. */
function familyOf({ id, given, family }: Locale, count: number): [string, string] {
  const tens = Math.floor(count / given.length);
  const round = Math.floor(tens / family.length);
  if (round >= family.length) throw new Error(`no name is left in ${id}`);
  const place = (count + tens) % family.length;
  const [first, latinFirst] = halves(family[place]);
  if (round === 0) return [first, latinFirst];
  const [second, latinSecond] = halves(family[(place + round) % family.length]);
  return [`${first}-${second}`, `${latinFirst}-${latinSecond}`];
}

function halves(entry = ''): [string, string] {
  const [native = '', latin = native] = entry.split('/');
  return [native, latin];
}

/** A GUID that only its number makes different. */
function guidOf(serial: number): string {
  const tail = serial.toString(16).padStart(4, '0');
  return `7c3e${tail}-51d0-4b${tail.slice(2)}-9a6f-20f4c8${tail}d1`;
}

/** An AD anchor as Entra ID shows it: base64 of the GUID's bytes, of which the first three groups are little-endian. */
export function anchorOf({ guid }: Identity): string {
  const bytes = Buffer.from(guid.replaceAll('-', ''), 'hex');
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
  return Buffer.from(order.map((index) => bytes[index] ?? 0)).toString('base64');
}
