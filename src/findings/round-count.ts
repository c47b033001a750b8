import { BOTH } from '../matcher/sides.ts';
import { defineFinding } from './define-finding.ts';

/** Page sizes and limits of exports; anything smaller is an ordinary number of people. */
const ROUND = /^(?:1|2|25|5)0+$/;

export const roundCount = defineFinding({
  kind: 'round-count',
  about: 'input',
  explanation: 'A side has exactly as many records as a page or a limit of an export has.',
  detect: ({ inputs, world }) =>
    BOTH.flatMap((side) => {
      const own = inputs.filter((input) => input.side === side);
      const records = own.length === 0 ? world.tables[side].length : own.reduce((sum, input) => sum + input.records, 0);
      if (records < 100 || !ROUND.test(String(records))) return [];
      return [
        {
          severity: 'warning' as const,
          side,
          ...(own.length === 1 && own[0] !== undefined ? { file: own[0].file } : {}),
          message: `The ${side} side has exactly ${records} records: is it one page of a longer list?`,
          remedy: 'Compare the number with the one that the IdP shows, and export all pages.',
        },
      ];
    }),
});
