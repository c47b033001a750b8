import { differenceOf } from '../email/difference.ts';
import { shownPair } from '../email/shown.ts';
import type { Attribute } from '../model/user.ts';
import { defineFinding, NOTHING } from './define-finding.ts';

export const ssoScimDivergence = defineFinding({
  kind: 'sso-scim-divergence',
  about: 'person',
  explanation:
    'The new IdP sends one email at sign-in and another by SCIM, so the account that SCIM makes is not the one signed in to.',
  detect(person, evidence) {
    if (evidence.world.mode !== 'scim') return NOTHING;
    const [sso, scim] = [evidence.sent(person, 'sso'), evidence.sent(person, 'scim')];
    const { key } = evidence.world;
    if (sso === null || scim === null || key(sso) === key(scim)) return NOTHING;
    const wasSent = (attribute: Attribute, value: string) => {
      const before = person.old < 0 ? null : evidence.value('old', person.old, attribute);
      return before !== null && key(before) === key(value);
    };
    const isAsBefore = wasSent('sso', sso) && wasSent('scim', scim);
    const difference = differenceOf(scim, sso);
    const both = shownPair(sso, scim);
    return [
      {
        severity: person.owner && !isAsBefore ? 'error' : 'warning',
        ...evidence.place('new', person.new),
        ...(difference === undefined ? {} : { difference }),
        message: `The new IdP will send ${both.old} at sign-in and ${both.new} by SCIM${isAsBefore ? ', as the old one did' : ''}.`,
        remedy: 'Let SSO and SCIM read the same attribute in the new IdP: they are configured in two places.',
      },
    ];
  },
});
