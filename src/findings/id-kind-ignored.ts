import { defineFinding } from './define-finding.ts';

export const idKindIgnored = defineFinding({
  kind: 'id-kind-ignored',
  about: 'input',
  explanation:
    'A kind of id disagrees among most people whose email is the same on both sides, so it says nothing about who is who.',
  detect: ({ world }) =>
    world.correlated.ignoredIdKinds.map(({ idKind, compared, agreeing, onBothSides, examples }) => ({
      severity: onBothSides > 0 ? ('error' as const) : ('warning' as const),
      message:
        `The ${idKind} agrees for ${agreeing} of ${compared} people whose email is the same on both sides, so it is ignored ` +
        `(${examples.map((example) => `“${example.old}” against “${example.new}”`).join(', ')})` +
        `${onBothSides > 0 ? `; yet ${onBothSides} of its values occur on both sides` : ''}.`,
      remedy: 'Map the column that holds the same numbers on both sides, or leave this one out with KEY=-.',
    })),
});
