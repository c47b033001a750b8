/** Organisations made of scenes: a stayer, a swap, an address given to somebody else, each with its cast. */
import * as fc from 'fast-check';
import type { Organisation } from '../records.ts';
import { assemble } from './assemble.ts';
import { mostly } from './draw.ts';
import { listEverybody } from './member-list.ts';
import { calm, human, type Style, style } from './people.ts';
import { SCENES, type SceneName } from './scenes/index.ts';
import type { Scene } from './scenes/scene.ts';
import { type Draft, Stage } from './stage.ts';

type NamedScene = Scene & { name: SceneName };

const scene: fc.Arbitrary<NamedScene> = fc.oneof(
  { withCrossShrink: true },
  ...(Object.keys(SCENES) as SceneName[]).map((name) => ({
    weight: SCENES[name].weight,
    arbitrary: fc.record({
      name: fc.constant(name),
      cast: fc.array(human, { minLength: SCENES[name].cast[0], maxLength: SCENES[name].cast[1], size: 'max' }),
      a: fc.boolean(),
      b: fc.boolean(),
      c: fc.boolean(),
      pick: fc.nat({ max: 5 }),
      oddlyListed: mostly(false, [true], 20),
    }),
  })),
);

const MOST = 10;

function enact(look: Style, scenes: readonly NamedScene[]): Organisation {
  const drafts: Draft[] = [];
  let people = 0;
  for (const s of scenes) {
    if (people > 0 && people + s.cast.length > MOST) continue;
    const stage = new Stage(look.calm ? s.cast.map(calm) : s.cast, people, look);
    SCENES[s.name].play(s, stage);
    listEverybody(stage, s.oddlyListed);
    drafts.push(...stage.drafts);
    people += s.cast.length;
  }
  return assemble(drafts);
}

export const designedOrganisation: fc.Arbitrary<Organisation> = fc
  .record({ look: style, scenes: fc.array(scene, { minLength: 1, maxLength: 7, size: 'max' }) })
  .map(({ look, scenes }) => enact(look, scenes));

/** One scene among people who simply stay: where a single slip is all that could open the gate. */
export const quietOrganisation: fc.Arbitrary<Organisation> = fc
  .record({ look: style, one: scene, others: fc.array(human, { maxLength: 4, size: 'max' }) })
  .map(({ look, one, others }) => {
    const choices = { a: false, b: false, c: false, pick: 0, oddlyListed: false };
    const stays = others.map((h): NamedScene => ({ name: 'stay', cast: [h], ...choices }));
    return enact({ ...look, calm: true }, [one, ...stays]);
  });
