/** Plays many switches on one server, each organisation in every mode, with and without a member list. */
import * as fc from 'fast-check';
import { organisation } from '../reference/organisation.ts';
import { MODES } from '../reference/simulation.ts';
import type { Replay } from './judge.ts';
import { type Played, play, type Way } from './play.ts';
import type { ServiceProvider } from './service-provider.ts';

export const ORGANISATIONS = 200;
const SEED = 7;
const WAYS: readonly Way[] = [true, false].flatMap((listed) => MODES.map((mode) => ({ mode, listed })));

export interface Switches {
  played: Played[];
  /** Switches in which there was no account to list; without one nothing is predicted. */
  withoutAccounts: number;
  replay: (played: Played) => Replay;
}

export async function playSwitches(server: ServiceProvider): Promise<Switches> {
  const played: Played[] = [];
  let withoutAccounts = 0;
  for (const drawn of fc.sample(organisation, { numRuns: ORGANISATIONS, seed: SEED })) {
    for (const way of WAYS) {
      const one = await play(server, drawn, way);
      if (way.listed && one.before.length === 0) withoutAccounts += 1;
      else played.push(one);
    }
  }
  const replays = new Map<Played, Map<string, Promise<Played>>>();
  const replay: Switches['replay'] = (one) => (moved) => {
    const known = replays.get(one) ?? new Map<string, Promise<Played>>();
    replays.set(one, known);
    const key = [...moved].join();
    const { mode, listed } = one;
    const again = known.get(key) ?? play(server, one.organisation, { mode, listed, moved });
    known.set(key, again);
    return again;
  };
  return { played, withoutAccounts, replay };
}
