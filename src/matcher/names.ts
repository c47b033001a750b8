import type { UserTable } from '../model/user-table.ts';
import { bothSides, type PairedSide, type Sides } from './sides.ts';

const A_PART = /[\p{L}\p{N}]/u;
const SEPARATOR = /[^\p{L}\p{N}]+/u;
const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Thai',
  'Armenian',
  'Georgian',
  'Bengali',
  'Gujarati',
  'Gurmukhi',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Tamil',
  'Telugu',
  'Ethiopic',
  'Khmer',
  'Lao',
  'Mongolian',
  'Myanmar',
  'Tibetan',
].map((script) => new RegExp(`\\p{Script=${script}}`, 'u'));

/** The parts of a full name: NFKD, marks removed, lower case; sorted, so that their order does not matter. */
export function nameParts(name: string | null): readonly string[] {
  if (name === null) return [];
  const folded = name
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
  return folded
    .split(SEPARATOR)
    .filter((part) => part !== '')
    .sort();
}

/** Full names are equal where their parts are; the key is empty for nobody's name. */
export function fullNameKey(name: string | null): string {
  return nameParts(name).join(' ');
}

/** Whether both are named, and alike but for order, case and marks. */
export function fullNamesAgree(a: string | null, b: string | null): boolean {
  if (a === b) return a !== null && A_PART.test(a);
  const key = fullNameKey(a);
  return key !== '' && key === fullNameKey(b);
}

/** Names that are both there, are written in one script, and have no part in common. */
export function noPartAgrees(a: string | null, b: string | null): boolean {
  const [left, right] = [nameParts(a), nameParts(b)];
  if (left.length === 0 || right.length === 0 || left.some((part) => right.includes(part))) return false;
  // A number is in no script, and no name.
  const scripts = new Set(left.filter(hasLetter).map(scriptOf));
  return right.filter(hasLetter).some((part) => scripts.has(scriptOf(part)));
}

function hasLetter(part: string): boolean {
  return /\p{L}/u.test(part);
}

function scriptOf(part: string): number {
  return SCRIPTS.findIndex((script) => script.test(part));
}

/**
 * Tells whether the names of a pair that only an email holds together speak against it: no part agrees, or the full
 * names differ while one of them is the name of another active user of the opposite side. The address may have
 * been reassigned. The old user need not be active, the new one has to be.
 */
export class NameConflicts {
  readonly #tables: Sides<UserTable>;
  /** Made when two names first differ. */
  #activeNames: Sides<ReadonlySet<string>> | undefined;

  constructor(tables: Sides<UserTable>) {
    this.#tables = tables;
  }

  has(oldIndex: number, newIndex: number): boolean {
    if (!this.#tables.new.isActive(newIndex)) return false;
    const oldName = this.#tables.old.value('name', oldIndex);
    const newName = this.#tables.new.value('name', newIndex);
    if (oldName === newName) return false;
    const [oldKey, newKey] = [fullNameKey(oldName), fullNameKey(newName)];
    if (oldKey === '' || newKey === '' || oldKey === newKey) return false;
    // The names differ, so whoever bears this one's name on the opposite side is not of this pair.
    return noPartAgrees(oldName, newName) || this.#isActive('new', oldKey) || this.#isActive('old', newKey);
  }

  #isActive(side: PairedSide, nameKey: string): boolean {
    this.#activeNames ??= bothSides((at) => activeNames(this.#tables[at]));
    return this.#activeNames[side].has(nameKey);
  }
}

function activeNames(table: UserTable): Set<string> {
  const names = new Set<string>();
  for (let index = 0; index < table.length; index += 1) {
    if (table.isActive(index)) names.add(fullNameKey(table.value('name', index)));
  }
  return names;
}
