import { bothSides, otherSide, type PairedSide, type Sides } from './sides.ts';

/** Who is a candidate of whom, in one tier and pass. Nearly everybody has one candidate, and costs no list. */
export class Links {
  readonly #first: Sides<Map<number, number>> = bothSides(() => new Map());
  readonly #more: Sides<Map<number, Set<number>>> = bothSides(() => new Map());

  add(oldIndex: number, newIndex: number): void {
    if (this.#push('old', oldIndex, newIndex)) this.#push('new', newIndex, oldIndex);
  }

  of(side: PairedSide, index: number): readonly number[] {
    const more = this.#more[side].get(index);
    if (more !== undefined) return [...more];
    const first = this.#first[side].get(index);
    return first === undefined ? [] : [first];
  }

  users(side: PairedSide): Iterable<number> {
    return this.#first[side].keys();
  }

  /** The one candidate of an old user who is that one's only candidate too; -1 where there is more to choose. */
  onlyPartner(oldIndex: number): number {
    const next = this.#first.old.get(oldIndex) ?? -1;
    return this.#more.old.has(oldIndex) || this.#more.new.has(next) ? -1 : next;
  }

  /** Everybody who is connected with a user, over any number of candidates. */
  group(side: PairedSide, index: number): Sides<Set<number>> {
    const group = bothSides(() => new Set<number>());
    const queue: [PairedSide, number][] = [[side, index]];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const [at, user] = next;
      if (group[at].has(user)) continue;
      group[at].add(user);
      for (const candidate of this.of(at, user)) queue.push([otherSide(at), candidate]);
    }
    return group;
  }

  #push(side: PairedSide, key: number, value: number): boolean {
    const first = this.#first[side].get(key);
    if (first === undefined) {
      this.#first[side].set(key, value);
      return true;
    }
    const more = this.#more[side].get(key);
    if (more === undefined) {
      if (first === value) return false;
      this.#more[side].set(key, new Set([first, value]));
      return true;
    }
    const { size } = more;
    return more.add(value).size > size;
  }
}
