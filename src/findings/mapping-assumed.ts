import { shownPair } from '../email/shown.ts';
import type { Assumption } from '../model/input.ts';
import { defineFinding } from './define-finding.ts';
import { shellWord } from './shell-word.ts';

export const mappingAssumed = defineFinding({
  kind: 'mapping-assumed',
  about: 'input',
  explanation:
    'Nobody has said which column is really sent as email; an error where another one that may be sent holds other values.',
  detect: ({ inputs, world }) =>
    inputs.flatMap(({ side, file, observations }) =>
      observations.assumptions
        .filter(({ attribute }) => side !== 'new' || attribute === 'sso' || world.mode === 'scim')
        .map((assumption) => {
          const { attribute, column, plausible, standIn } = assumption;
          const rival = plausible.filter(({ differing }) => differing > 0).sort((a, b) => b.differing - a.differing)[0];
          return {
            severity: rival === undefined ? ('warning' as const) : ('error' as const),
            side,
            file,
            ...(rival?.firstLine == null ? {} : { line: rival.firstLine }),
            column,
            attribute,
            message: `Column “${column}” was taken for what the ${side} IdP sends as ${attribute === 'sso' ? 'SSO' : 'SCIM'} email${disagreement(rival)}.`,
            remedy: `${standIn === undefined ? '' : `${standIn} `}Look at the app's settings in the ${side} IdP, and say which column is sent: ${mapFlag(side, attribute, column)}${rival === undefined ? '' : ` or ${mapFlag(side, attribute, rival.column)}`}.`,
          };
        }),
    ),
});

function disagreement(rival: Assumption['plausible'][number] | undefined): string {
  if (rival === undefined) return '; nobody has said so';
  const example = shownPair(rival.exampleAssumed, rival.examplePlausible);
  const users = rival.differing === 1 ? 'one active user' : `${rival.differing} active users`;
  return `, and for ${users} column “${rival.column}” holds another value (${example.old} against ${example.new}): the answer depends on a guess`;
}

function mapFlag(side: string, attribute: string, column: string): string {
  return `--${side}-map ${shellWord(`${attribute}=${column}`, `${attribute}=COLUMN`)}`;
}
