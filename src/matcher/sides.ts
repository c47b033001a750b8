/** The two sides that are paired; `old` and `new` throughout index the two user tables. */
export const BOTH = ['old', 'new'] as const;
export type PairedSide = (typeof BOTH)[number];

export interface Sides<T> {
  readonly old: T;
  readonly new: T;
}

export function otherSide(side: PairedSide): PairedSide {
  return side === 'old' ? 'new' : 'old';
}

export function bothSides<T>(make: (side: PairedSide) => T): Sides<T> {
  return { old: make('old'), new: make('new') };
}
