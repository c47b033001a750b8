import { normalForm } from '../email/normal-form.ts';
import type { Person } from '../model/person.ts';
import { ID_KINDS } from '../model/user.ts';
import { distance } from '../nearest.ts';
import { usersOf, writtenNamesOf } from './person-names.ts';

/** Letters that may be wrong in an address, and in one that is so short that it would be another with two. */
const MOST_WRONG = 2;
const MOST_WRONG_OF_SHORT = 1;
const SHORT = 4;
/** Names that are held against everybody else's, letter by letter; it takes long where there are many people. */
const MOST_SEARCHED = 20;
const MOST_SUGGESTED = 2;

/** Finds whom a waiver may mean that names nobody: who is called the same but for spelling, or nearly the same. */
export class NearNames {
  /** Addresses and user names, in their spelling and as they are written. */
  readonly #addresses: readonly (readonly [spelling: string, name: string])[];
  readonly #bySpelling = new Map<string, Set<string>>();
  #searched = 0;

  constructor(people: readonly Person[]) {
    const names = [...new Set(people.flatMap(writtenNamesOf))];
    for (const name of names) this.#note(name, name);
    this.#addresses = names.filter((name) => halvesOf(name)[0] === '').map((name) => [spellingOf(name), name]);
    for (const person of people) this.#noteOtherwise(person);
  }

  /** What they may be called, as a waiver has it; the nearest first. */
  of(written: string): string[] {
    const [kind] = halvesOf(written);
    const same = [...(this.#bySpelling.get(spellingOf(written)) ?? [])];
    const ofKind = same.filter((name) => halvesOf(name)[0] === kind);
    const found = ofKind.length > 0 ? ofKind : same;
    return (found.length > 0 ? found : this.#alike(written)).slice(0, MOST_SUGGESTED);
  }

  /** By what nobody is called in a waiver: the name in words, and the address without its domain. */
  #noteOtherwise(person: Person): void {
    const [written] = writtenNamesOf(person);
    if (written === undefined) return;
    for (const { name } of usersOf(person)) if (name !== null) this.#note(name, written);
    if (written.includes('@')) this.#note(written.slice(0, written.lastIndexOf('@')), written);
  }

  #note(text: string, name: string): void {
    const key = spellingOf(text);
    const known = this.#bySpelling.get(key);
    if (known === undefined) this.#bySpelling.set(key, new Set([name]));
    else if (known.size < MOST_SUGGESTED * ID_KINDS.length) known.add(name);
  }

  /** Addresses that differ in a letter or two. Other digits are somebody else, and so is another id. */
  #alike(written: string): string[] {
    if (halvesOf(written)[0] !== '' || this.#searched === MOST_SEARCHED) return [];
    this.#searched += 1;
    const wanted = spellingOf(written);
    const local = wanted.split('@', 1)[0] ?? '';
    let limit = local.length <= SHORT ? MOST_WRONG_OF_SHORT : MOST_WRONG;
    let found: string[] = [];
    for (const [form, name] of this.#addresses) {
      const away = distance(wanted, form, limit);
      if (away > limit || digitsOf(form) !== digitsOf(wanted)) continue;
      found = away < limit ? [name] : [...found, name];
      limit = away;
    }
    return found;
  }
}

/** The kind of an id, and the id; an address has no kind. */
function halvesOf(written: string): [kind: string, value: string] {
  const kind = ID_KINDS.find((known) => written.toLowerCase().startsWith(`${known}:`)) ?? '';
  return [kind, kind === '' ? written : written.slice(kind.length + 1)];
}

/** What two spellings of one name have in common: letter case and space do not count, nor zeros in front of a number. */
function spellingOf(written: string): string {
  const form = normalForm(halvesOf(written)[1]);
  return /^\d+$/.test(form) ? form.replace(/^0+(?=\d)/, '') : form;
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
