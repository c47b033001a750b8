import type { PreflightError } from '../../errors.ts';
import { joinList, LIST_SEPARATOR } from '../../loaders/list-cell.ts';
import { type JsonTokens, TOKEN } from './json-tokens.ts';
import { elements, isScalar, members } from './json-walk.ts';
import { MAX_COLUMNS, MAX_RECORD, sizeText, tooLarge } from './limits.ts';
import { keptOf } from './long-cell.ts';
import { Slot } from './row-builder.ts';

/** A path that occurs in records. */
class PathNode {
  readonly path: string;
  readonly #isRoot: boolean;
  readonly #children = new Map<string, PathNode>();
  slot: Slot | null = null;
  /** Serial number of the last object that had it as a property. */
  seenIn = 0;
  isNew = true;

  constructor(path: string, isRoot: boolean) {
    this.path = path;
    this.#isRoot = isRoot;
  }

  child(name: string): PathNode {
    let child = this.#children.get(name);
    if (child === undefined) {
      child = new PathNode(this.#isRoot ? name : `${this.path}.${name}`, false);
      this.#children.set(name, child);
    }
    return child;
  }
}

/**
 * Flattens one object after another into cells: `profile.email` for an object in an object, one cell for a list of
 * values, `emails.0.value` for a list of objects. Nothing of the object is kept.
 */
export class JsonRecord {
  /** The columns of the last record, and their cells. */
  readonly slots: Slot[] = [];
  readonly values: string[] = [];
  /** Why the last record cannot be believed, or null. */
  fault: string | null = null;
  /** The last record holds a list of objects. */
  hasObjects = false;
  readonly #tokens: JsonTokens;
  readonly #root = new PathNode('', true);
  /** Two different paths may be written in the same way: they share a column. */
  readonly #slotOf = new Map<string, Slot>();
  #record = 0;
  #serial = 0;
  /** Paths that occurred, with values or without. */
  #paths = 0;
  /** Characters and values of the current record, about. */
  #size = 0;

  constructor(tokens: JsonTokens) {
    this.#tokens = tokens;
  }

  /**
   * Reads the object that the current token opens.
   *
   * @param suspects - names of properties that an object may have which is no record; default: none
   * @returns whether it was read; false where it has one of these, and reading stopped there
   */
  read(suspects: ReadonlySet<string> = NONE): boolean {
    this.slots.length = 0;
    this.values.length = 0;
    this.fault = null;
    this.hasObjects = false;
    this.#size = 0;
    this.#record += 1;
    this.#serial += 1;
    const serial = this.#serial;
    for (const _ of members(this.#tokens)) {
      const key = this.#tokens.key();
      if (suspects.has(key)) return false;
      this.#member(this.#root, key, serial);
    }
    return true;
  }

  /** Whether the last record has one of these properties. */
  hasAny(names: Iterable<string>): boolean {
    for (const name of names)
      if (this.slots.some((slot) => slot.name === name || slot.name.startsWith(`${name}.`))) return true;
    return false;
  }

  #object(node: PathNode): void {
    this.#serial += 1;
    const serial = this.#serial;
    for (const _ of members(this.#tokens)) this.#member(node, this.#tokens.key(), serial);
  }

  #member(node: PathNode, key: string, serial: number): void {
    const child = this.#child(node, key);
    if (child.seenIn === serial) this.fault ??= `the property "${key}" stands twice in one object: which is meant?`;
    child.seenIn = serial;
    this.#value(child);
  }

  #value(node: PathNode): void {
    if (this.#tokens.token === TOKEN.openObject) this.#object(node);
    else if (this.#tokens.token === TOKEN.openArray) this.#list(node);
    else this.#put(node, this.#scalar());
  }

  /** A list of values becomes one cell; from the first object or list in it, all its elements are numbered. */
  #list(node: PathNode): void {
    let values: string[] | null = [];
    let index = 0;
    for (const _ of elements(this.#tokens)) {
      if (isScalar(this.#tokens)) {
        const value = this.#scalar();
        if (values === null) this.#put(this.#child(node, String(index)), value);
        else values.push(value);
      } else {
        values?.forEach((value, place) => {
          this.#put(this.#child(node, String(place)), value);
        });
        values = null;
        this.hasObjects ||= this.#tokens.token === TOKEN.openObject;
        this.#value(this.#child(node, String(index)));
      }
      index += 1;
    }
    if (values !== null && values.length > 0) this.#put(node, keptOf(joinList(values)));
  }

  #scalar(): string {
    const tokens = this.#tokens;
    const value = tokens.text();
    // Only an escape can bring it in: JSON has no control characters in strings.
    if (tokens.token === TOKEN.string && tokens.hasEscape && value.includes(LIST_SEPARATOR)) {
      this.fault ??= 'a value holds the control character U+001F';
    }
    const kept = keptOf(value);
    this.#size += kept.length + VALUE;
    if (this.#size > MAX_RECORD) {
      throw this.#tooLarge(`it is larger than ${sizeText(MAX_RECORD)}, as no user is`);
    }
    return kept;
  }

  #child(node: PathNode, name: string): PathNode {
    const child = node.child(name);
    if (child.isNew) {
      child.isNew = false;
      this.#paths += 1;
      if (this.#paths > 4 * MAX_COLUMNS) throw this.#tooManyColumns(child.path);
    }
    return child;
  }

  #tooManyColumns(path: string): PreflightError {
    return this.#tooLarge(
      `with it there are more than ${MAX_COLUMNS.toLocaleString('en')} different properties, such as "${path}"`,
    );
  }

  #tooLarge(why: string): PreflightError {
    return tooLarge(
      `A record of this JSON cannot be read: ${why}. Export the users alone, and only the properties that are needed.`,
      this.#tokens.file,
      this.#tokens.line(),
    );
  }

  #put(node: PathNode, value: string): void {
    node.slot ??= this.#slot(node.path);
    if (node.slot.record === this.#record)
      this.fault ??= `two properties are both "${node.path}" when written as a path`;
    node.slot.record = this.#record;
    this.slots.push(node.slot);
    this.values.push(value);
  }

  #slot(path: string): Slot {
    const slot = this.#slotOf.get(path) ?? new Slot(path);
    this.#slotOf.set(path, slot);
    if (this.#slotOf.size > MAX_COLUMNS) throw this.#tooManyColumns(path);
    return slot;
  }
}

/** What a value takes besides its characters. */
const VALUE = 32;
const NONE: ReadonlySet<string> = new Set();
