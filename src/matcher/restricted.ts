import type { Correlated } from './correlate.ts';
import type { IdEvidence } from './ids.ts';
import { BOTH, bothSides, otherSide, type PairedSide, type Sides } from './sides.ts';

/** Where the users of a part stand in the whole: their index there, -1 for whoever is not in it. */
export type Places = Sides<Int32Array>;

/**
 * Who is whom among some of the users: those that one app is about. Whoever was found to be one person stays one, also
 * where the evidence for it is out of sight; whose other half is not among them is alone, and whoever was ambiguous stays
 * it.
 *
 * @param whole - who is whom among everybody
 * @param places - the users by their index in the part
 */
export function restrictTo(whole: Correlated, places: Places): Correlated {
  return new Restricted(whole, places);
}

class Restricted implements Correlated {
  readonly identifiers: IdEvidence;
  readonly #whole: Correlated;
  readonly #places: Places;
  readonly #inPart: Sides<ReadonlyMap<number, number>>;

  constructor(whole: Correlated, places: Places) {
    this.#whole = whole;
    this.#places = places;
    this.#inPart = bothSides((side) => {
      const inPart = new Map<number, number>();
      places[side].forEach((place, index) => {
        if (place >= 0) inPart.set(place, index);
      });
      return inPart;
    });
    this.identifiers = new RestrictedIds(whole.identifiers, places);
  }

  get ignoredIdKinds(): Correlated['ignoredIdKinds'] {
    return this.#whole.ignoredIdKinds;
  }

  partner(side: PairedSide, index: number): number {
    const place = this.#placeOf(side, index);
    if (place < 0) return -1;
    return this.#inPart[otherSide(side)].get(this.#whole.partner(side, place)) ?? -1;
  }

  tier(side: PairedSide, index: number): ReturnType<Correlated['tier']> {
    return this.partner(side, index) < 0 ? null : this.#whole.tier(side, this.#placeOf(side, index));
  }

  isAmbiguous(side: PairedSide, index: number): boolean {
    const place = this.#placeOf(side, index);
    return place >= 0 && this.#whole.isAmbiguous(side, place);
  }

  candidates(side: PairedSide, index: number): readonly number[] {
    const place = this.#placeOf(side, index);
    if (place < 0) return [];
    return this.#whole.candidates(side, place).flatMap((other) => this.#inPart[otherSide(side)].get(other) ?? []);
  }

  isOfCrowd(side: PairedSide, index: number): boolean {
    const place = this.#placeOf(side, index);
    return place >= 0 && this.#whole.isOfCrowd(side, place);
  }

  isNameConflict(oldIndex: number, newIndex: number): boolean {
    const [old, next] = [this.#placeOf('old', oldIndex), this.#placeOf('new', newIndex)];
    return old >= 0 && next >= 0 && this.#whole.isNameConflict(old, next);
  }

  isUnconfirmed(side: PairedSide, index: number): boolean {
    return this.partner(side, index) >= 0 && this.#whole.isUnconfirmed(side, this.#placeOf(side, index));
  }

  /** Whose other half is out of sight may have an account of their own all the same. */
  isFreeByEvidence(side: PairedSide, index: number): boolean {
    const place = this.#placeOf(side, index);
    return place < 0 || this.#whole.isFreeByEvidence(side, place) || this.isPartnerElsewhere(side, index);
  }

  isPartnerElsewhere(side: PairedSide, index: number): boolean {
    const place = this.#placeOf(side, index);
    return place >= 0 && this.#whole.partner(side, place) >= 0 && this.partner(side, index) < 0;
  }

  candidatesElsewhere(side: PairedSide, index: number): number {
    const place = this.#placeOf(side, index);
    return place < 0 ? 0 : this.#whole.candidates(side, place).length - this.candidates(side, index).length;
  }

  isApart(oldIndex: number, newIndex: number): boolean {
    const [old, next] = [this.#placeOf('old', oldIndex), this.#placeOf('new', newIndex)];
    return old >= 0 && next >= 0 && this.#whole.isApart(old, next);
  }

  #placeOf(side: PairedSide, index: number): number {
    return this.#places[side][index] ?? -1;
  }
}

/** The ids of a part: which kinds are trusted, and which ids are shared, was found out about everybody. */
class RestrictedIds implements IdEvidence {
  readonly forms: IdEvidence['forms'];
  readonly #whole: IdEvidence;
  readonly #places: Places;

  constructor(whole: IdEvidence, places: Places) {
    this.#whole = whole;
    this.#places = places;
    const forms = (kind: keyof IdEvidence['forms']) =>
      bothSides((side) =>
        Array.from(places[side], (place) => (place < 0 ? null : (whole.forms[kind][side][place] ?? null))),
      );
    this.forms = {
      'employee-id': forms('employee-id'),
      'immutable-id': forms('immutable-id'),
      'external-id': forms('external-id'),
    };
  }

  areShared(...[kind, side]: Parameters<IdEvidence['areShared']>): boolean {
    return this.#whole.areShared(kind, side);
  }

  veto(oldIndex: number, newIndex: number): boolean {
    const [old, next] = BOTH.map((side) => this.#places[side][side === 'old' ? oldIndex : newIndex] ?? -1);
    return old !== undefined && next !== undefined && old >= 0 && next >= 0 && this.#whole.veto(old, next);
  }

  agreeing(oldIndex: number, newIndex: number): ReturnType<IdEvidence['agreeing']> {
    const [old, next] = [this.#places.old[oldIndex] ?? -1, this.#places.new[newIndex] ?? -1];
    return old < 0 || next < 0 ? [] : this.#whole.agreeing(old, next);
  }
}
