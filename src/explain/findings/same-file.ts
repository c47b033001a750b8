import type { Explanation } from '../explanation.ts';

export const sameFile: Explanation = {
  brief: 'Two sides were read from the same file',
  meaning: [
    'Two sides are the same file, byte by byte, under whatever names, so that nothing can differ and nobody can be at risk.',
    'It is a warning.',
  ],
  arises: [
    { where: 'this check', how: 'A path was written twice, or one file was copied over the other.' },
    { where: 'the export', how: 'Both exports were made from the same IdP.' },
  ],
  fix: [
    {
      where: 'this check',
      how: "Give the export of the old IdP with `--old`, that of the new one with `--new`, the app's own list with `--app`.",
    },
  ],
  example: {
    shows: 'The same rows on both sides.',
    old: ['sso,scim,name', 'ann@example.com,ann@example.com,Ann Lee'],
    new: ['sso,scim,name', 'ann@example.com,ann@example.com,Ann Lee'],
    report: ['warning  same-file  1', '    new.csv', '      “old.csv” (old) and “new.csv” (new) are the same file.'],
  },
  seeAlso: ['coverage-low', 'round-count'],
};
