import { defineFinding } from './define-finding.ts';

export const sameFile = defineFinding({
  kind: 'same-file',
  about: 'input',
  explanation: 'Two sides were read from the same file, so that nothing can differ.',
  detect: ({ inputs }) =>
    inputs.flatMap((input, index) => {
      const twin = inputs.slice(0, index).find(({ side, sha256 }) => side !== input.side && sha256 === input.sha256);
      if (twin === undefined) return [];
      return [
        {
          severity: 'warning' as const,
          side: input.side,
          file: input.file,
          message: `“${twin.file}” (${twin.side}) and “${input.file}” (${input.side}) are the same file.`,
          remedy:
            "Give the export of the old IdP with --old, that of the new one with --new, the app's own list with --app.",
        },
      ];
    }),
});
