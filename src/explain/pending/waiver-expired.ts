import type { Explanation } from '../explanation.ts';

export const waiverExpired: Explanation = {
  brief: 'A waiver is past its date, and not applied',
  meaning: [
    'The waiver ended on a date that has passed, so what it waived stands again, and closes the gate if it is an error.',
    'It is a warning itself.',
  ],
  arises: [
    {
      where: 'this check',
      how: 'The switch came later than planned, or the waiver was meant for an earlier rehearsal.',
    },
  ],
  fix: [
    {
      where: 'this check',
      how: 'Put right what was waived. If that is still not possible, look at the person again, and give the waiver a new date and the reason.',
    },
  ],
  example: null,
  seeAlso: ['loses-access', 'duplicate-account'],
};
