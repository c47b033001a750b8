import { Namesakes } from '../matcher/namesakes.ts';
import type { Switch } from '../matcher/outcome.ts';
import { otherSide, type PairedSide } from '../matcher/sides.ts';

/** Who is called the same, looked up by full name when first asked for. */
export class NameEvidence {
  readonly #world: Switch;
  readonly #namesakes: { [side in PairedSide]?: Namesakes } = {};

  constructor(world: Switch) {
    this.#world = world;
  }

  /** Everybody of a side who has a full name, active or not. */
  bearers(side: PairedSide, name: string | null): readonly number[] {
    return this.#of(side).of(name);
  }

  /**
   * The unpaired user of the other side who has the full name of this unpaired one, where nobody else on either side is
   * called that and no id tells them apart; -1 for none.
   */
  loneNamesake(side: PairedSide, index: number): number {
    if (!this.#isUnpaired(side, index)) return -1;
    const { tables, correlated } = this.#world;
    const other = otherSide(side);
    const name = tables[side].value('name', index);
    if (name === null) return -1;
    const namesake = this.#of(other).only(name);
    if (namesake < 0 || !this.#isUnpaired(other, namesake)) return -1;
    const [old, next] = side === 'old' ? [index, namesake] : [namesake, index];
    if (correlated.identifiers.veto(old, next) || correlated.isApart(old, next)) return -1;
    // Under either spelling of the name, this one has to be the only bearer too.
    const spellings = [name, tables[other].value('name', namesake)];
    return spellings.every((spelling) => this.#of(side).only(spelling) === index) &&
      this.#of(other).only(spellings[1] ?? null) === namesake
      ? namesake
      : -1;
  }

  #isUnpaired(side: PairedSide, index: number): boolean {
    const { correlated } = this.#world;
    return correlated.partner(side, index) < 0 && !correlated.isAmbiguous(side, index);
  }

  #of(side: PairedSide): Namesakes {
    this.#namesakes[side] ??= new Namesakes(this.#world.tables[side]);
    return this.#namesakes[side];
  }
}
