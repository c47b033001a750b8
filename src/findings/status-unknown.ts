import { defineFinding } from './define-finding.ts';

export const statusUnknown = defineFinding({
  kind: 'status-unknown',
  about: 'input',
  explanation:
    'A status says neither active nor inactive; it counts as active on the old side and inactive on the new.',
  detect: ({ inputs }) =>
    inputs.flatMap(({ side, file, mapping, observations }) =>
      observations.unknownStatuses.map(({ word, count, firstLine }) => ({
        severity: 'error' as const,
        side,
        file,
        line: firstLine,
        ...(mapping.status === null ? {} : { column: mapping.status }),
        message: `${count} ${count === 1 ? 'record has' : 'records have'} the status “${word}”, which is not known; taken as ${side === 'new' ? 'inactive' : 'active'}.`,
        remedy: 'Write a status such as active or inactive there, or map the column that holds it.',
      })),
    ),
});
