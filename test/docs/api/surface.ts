import type ts from 'typescript';
import type { Doors } from '../../support/doors.ts';
import { type Entry, EntryReader } from './entries.ts';

/** Everything that the page describes. */
export interface Surface {
  /** What `idp-preflight` exports, by name. */
  readonly core: readonly Entry[];
  /** What only `idp-preflight/node` exports, by name. */
  readonly node: readonly Entry[];
  /** Types that occur in the above and that no door exports, by name. */
  readonly shapes: readonly Entry[];
}

/** Reads what the doors export, and what that is made of. */
export function readSurface(doors: Doors): Surface {
  const reader = new EntryReader(doors);
  const core = doors.exported['idp-preflight'];
  const inCore = new Set(core.map(({ symbol }) => symbol));
  const node = doors.exported['idp-preflight/node'].filter(({ symbol }) => !inCore.has(symbol));
  const described = new Set([...core, ...node].map(({ symbol }) => symbol));
  const names = new Set(core.map(({ name }) => name));
  const surface = {
    core: core.map(({ name, symbol }) => reader.entry(name, symbol)),
    node: node.map(({ name, symbol }) => reader.entry(name, symbol, names.has(name) ? `${name} (Node)` : name)),
  };
  return { ...surface, shapes: shapesBehind(reader, described) };
}

/** Describing a shape may name further ones. */
function shapesBehind(reader: EntryReader, described: Set<ts.Symbol>): Entry[] {
  const shapes: Entry[] = [];
  // A set that grows while it is walked is walked to its end.
  for (const symbol of reader.named) {
    if (described.has(symbol)) continue;
    described.add(symbol);
    shapes.push(reader.entry(symbol.name, symbol));
  }
  return shapes.sort((a, b) => (a.name < b.name ? -1 : 1));
}
