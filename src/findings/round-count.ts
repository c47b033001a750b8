import { defineFinding } from './define-finding.ts';

/** Page sizes and limits of exports; anything smaller is an ordinary number of people. */
const ROUND = /^(?:1|2|25|5)0+$/;

export const roundCount = defineFinding({
  kind: 'round-count',
  about: 'input',
  explanation: 'A side has exactly as many records as a page or a limit of an export has.',
  detect: ({ inputs, world }) =>
    [world.tables.old, world.tables.new, world.ownership.app].flatMap((table) => {
      if (table === null) return [];
      const { side } = table;
      const own = inputs.filter((input) => input.side === side);
      const records = own.length === 0 ? table.length : own.reduce((sum, input) => sum + input.records, 0);
      if (!isRoundCount(records)) return [];
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

/** Whether a list has exactly as many records as a page or a limit of an export. */
export function isRoundCount(records: number): boolean {
  return records >= 100 && ROUND.test(String(records));
}
