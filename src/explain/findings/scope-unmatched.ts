import { EXAMPLE_OPTIONS, type Explanation } from '../explanation.ts';

export const scopeUnmatched: Explanation = {
  brief: 'A rule of who is in scope matches no record',
  meaning: [
    'One of `--old-only`, `--old-exclude`, `--new-only` and `--new-exclude`, or a rule of the config, matches no record of any file of its side. Whoever it was to leave out is compared as if they were people, and whoever it was to let in is missing.',
    'It is a warning. Where no record at all is left in scope, the check ends with an error that names the rule.',
  ],
  arises: [
    {
      where: 'this check',
      how: 'The value is misspelt, or `*` is missing: the whole cell has to match, as in `department=Rooms*`.',
    },
    { where: 'this check', how: 'A shell took `*` for names of files: put the rule in quotes.' },
    { where: 'the export', how: 'The column is there and empty, or it holds codes in place of names.' },
  ],
  fix: [
    {
      where: 'this check',
      how: 'Correct the rule as the message suggests, or take it out. `COLUMN=` with nothing behind it is an empty cell; letter case does not matter.',
    },
  ],
  example: {
    shows: 'A letter is missing in the name of the department.',
    old: ['sso,scim,department', 'ann@example.com,ann@example.com,Sales', 'c3po@example.com,c3po@example.com,Robots'],
    new: ['sso,scim,department', 'ann@example.com,ann@example.com,Sales'],
    options: `${EXAMPLE_OPTIONS} --old-exclude department=Robts*`,
    report: [
      'warning  scope-unmatched  1',
      '    old.csv',
      '      --old-exclude “department=Robts*” matches no record of the old side, so it leaves nobody out: did you mean “department=Robots*”?',
    ],
  },
  seeAlso: ['unexpected-in-new', 'missing-in-new'],
};
