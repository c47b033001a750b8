import { shown } from '../email/shown.ts';
import { ATTRIBUTES } from '../model/user.ts';
import { defineFinding, NOTHING } from './define-finding.ts';
import { domainOf } from './evidence.ts';

export const domainNotInBaseline = defineFinding({
  kind: 'domain-not-in-baseline',
  about: 'person',
  explanation: 'The new IdP sends an address at a domain that no user of the old IdP has.',
  detect(person, evidence) {
    for (const attribute of ATTRIBUTES) {
      const value = evidence.sent(person, attribute);
      const domain = domainOf(value);
      if (value === null || domain === null || evidence.oldDomains.has(domain)) continue;
      return [
        {
          severity: 'warning',
          ...evidence.place('new', person.new),
          attribute,
          new: value,
          message: `No user of the old IdP has an address at the domain of ${shown(value)}.`,
          remedy: 'Check that the domain is verified with the app, and that it is the one that should be sent.',
        },
      ];
    }
    return NOTHING;
  },
});
