import { defineFinding } from './define-finding.ts';

export const sameFile = defineFinding({
  kind: 'same-file',
  about: 'input',
  explanation: 'The old and the new side were read from the same file, so that nothing can differ.',
  detect: ({ inputs }) =>
    inputs
      .filter(({ side }) => side === 'new')
      .flatMap((input) => {
        const twin = inputs.find(({ side, sha256 }) => side === 'old' && sha256 === input.sha256);
        if (twin === undefined) return [];
        return [
          {
            severity: 'warning' as const,
            side: 'new' as const,
            file: input.file,
            message: `“${twin.file}” (old) and “${input.file}” (new) are the same file.`,
            remedy: 'Give the export of the old IdP with --old and that of the new one with --new.',
          },
        ];
      }),
});
