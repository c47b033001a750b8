import { defineFinding, type InputsOnly } from './define-finding.ts';

/** Sheets that are named in one message. */
const NAMED = 5;

export const sheetAssumed = defineFinding({
  kind: 'sheet-assumed',
  about: 'input',
  explanation:
    'A workbook has several sheets and nobody has said which is meant; an error where one that was not read may hold people.',
  detect: ({ inputs }: InputsOnly) =>
    inputs.flatMap(({ side, file, sheet, observations: { otherSheets } }) => {
      if (otherSheets.length === 0) return [];
      const suspects = otherSheets.filter(({ holds }) => holds !== 'other');
      const told = suspects.length > 0 ? suspects : otherSheets;
      const names = told.slice(0, NAMED).map(({ name }) => `“${name}”`);
      const more = told.length > NAMED ? ` and ${told.length - NAMED} more` : '';
      const isOne = told.length === 1;
      const what =
        suspects.length === 0
          ? `${isOne ? 'was' : 'were'} not read, and ${isOne ? 'does' : 'do'} not look like users`
          : `${isOne ? 'was' : 'were'} not read, and may hold people`;
      return [
        {
          severity: suspects.length > 0 ? ('error' as const) : ('warning' as const),
          side,
          file,
          message: `Of this workbook the sheet “${sheet}” was read, the first one that is to be seen; ${names.join(', ')}${more} ${what}.`,
          remedy: `Say which sheet holds the users: --sheet ${side}=NAME. If people are on several, save each of them as a file of its own, and give all of these.`,
        },
      ];
    }),
});
