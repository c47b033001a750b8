import { shownPair } from '../email/shown.ts';
import { defineFinding, NOTHING } from './define-finding.ts';

export const baselineDivergence = defineFinding({
  kind: 'baseline-divergence',
  about: 'person',
  explanation:
    'The old IdP sends one email at sign-in and another by SCIM: which one the account is at cannot be seen from its export.',
  detect(person, evidence) {
    if (!evidence.isActive('old', person.old)) return NOTHING;
    const [sso, scim] = [evidence.value('old', person.old, 'sso'), evidence.value('old', person.old, 'scim')];
    if (sso === null || scim === null || evidence.world.key(sso) === evidence.world.key(scim)) return NOTHING;
    const both = shownPair(sso, scim);
    return [
      {
        severity: 'warning',
        ...evidence.place('old', person.old),
        message: `The old IdP sends ${both.old} at sign-in and ${both.new} by SCIM.`,
        remedy: "Look the person up in the app's own member list, and keep both values as they are through the switch.",
      },
    ];
  },
});
