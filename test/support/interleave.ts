/**
 * Takes every so-manieth, round and round, until all are taken: an order in which neighbours stand apart, and no chance
 * is involved.
 *
 * @param share - how far the next one stands, as a share of all
 */
export function interleaved<Item>(items: readonly Item[], share = 0.382): Item[] {
  if (items.length === 0) return [];
  let stride = Math.max(1, Math.floor(items.length * share));
  while (commonDivisor(stride, items.length) !== 1) stride += 1;
  return items.map((_, index) => items[(index * stride) % items.length] as Item);
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
