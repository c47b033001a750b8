/**
 * How deep the tokens of a YAML file lie in one another. Without recursion, unlike all that comes after: a few thousand
 * brackets would end the process.
 */
export function nestingOf(tokens: Iterable<object>): number {
  let deepest = 0;
  const open = [...tokens].map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    deepest = Math.max(deepest, depth);
    const { items = [], value, key } = token as { items?: object[]; value?: unknown; key?: unknown };
    // An item of a collection is a couple of tokens, and no level of its own.
    for (const item of items) open.push({ token: item, depth });
    for (const inner of [value, key])
      if (typeof inner === 'object' && inner !== null) open.push({ token: inner, depth: depth + 1 });
  }
  return deepest;
}
