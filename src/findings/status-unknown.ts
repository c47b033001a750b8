import { defineFinding, type InputsOnly } from './define-finding.ts';

export const statusUnknown = defineFinding({
  kind: 'status-unknown',
  about: 'input',
  explanation:
    'A status says neither active nor inactive; it counts as active on the old side and inactive on the new.',
  detect: ({ inputs }: InputsOnly) =>
    inputs.flatMap(({ side, file, mapping, observations }) =>
      observations.unknownStatuses.map(({ word, count, firstLine }) => ({
        severity: 'error' as const,
        side,
        file,
        line: firstLine,
        ...(mapping.status === null ? {} : { column: mapping.status }),
        message: `${count} ${count === 1 ? 'record has' : 'records have'} ${word === '' ? 'no status' : `the status “${word}”, which is not known`}; taken as ${side === 'new' ? 'inactive' : 'active'}.`,
        remedy:
          side === 'app'
            ? 'Say with --app-map status=COLUMN which column tells whether the account is there, or have the list exported again.'
            : `Set it in the IdP and export again, map the column that holds the status, or leave who has it out with --${side}-exclude.`,
      })),
    ),
});
