import type { Mode } from '../../model/reconciliation.ts';
import type { Side } from '../../model/user.ts';
import { type CheckApp, type CheckSide, check } from '../check.ts';
import { loadSide } from '../load-side.ts';
import { draftSide } from './draft-sides.ts';
import { draftText } from './draft-text.ts';

/** What a config is drafted from. */
export interface DraftOptions {
  readonly old: CheckSide;
  readonly new: CheckSide;
  readonly app: CheckApp | null;
  readonly mode: Mode;
  /** Where it will be: its paths start there. */
  readonly config: string;
  /** A last day for the example of a waiver, `YYYY-MM-DD`. */
  readonly expires: string;
}

/**
 * Drafts a config with comments from the files at hand. Columns that nobody named are in it switched off: written as if
 * somebody had named them, a guess would open the gate.
 *
 * @returns YAML with which `check` reaches a verdict
 * @throws PreflightError as `check`, where it would reach none
 */
export async function draftConfig({ old, new: next, app, mode, config, expires }: DraftOptions): Promise<string> {
  await check({ old, new: next, ...(app === null ? {} : { app }), mode });
  const lists: (CheckSide | CheckApp)[] = [old, next, ...(app === null ? [] : [app])];
  const sides = [];
  for (const [index, side] of (['old', 'new', 'app'] as const).entries()) {
    const list = lists[index];
    if (list !== undefined) sides.push(await draft(side, list));
  }
  return draftText({ sides, mode, expires });

  async function draft(side: Side, { files, map = {}, sheet, encoding }: CheckSide | CheckApp) {
    const { inputs } = await loadSide({ side, sources: files, map, sheet, encoding });
    return { ...draftSide(side, inputs, map, mode, config), sheet, encoding };
  }
}
