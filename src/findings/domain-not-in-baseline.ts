import { domainOf } from '../email/domain-of.ts';
import { shown } from '../email/shown.ts';
import { ATTRIBUTES } from '../model/user.ts';
import { type Draft, defineFinding, NOTHING } from './define-finding.ts';

export const domainNotInBaseline = defineFinding({
  kind: 'domain-not-in-baseline',
  about: 'person',
  explanation:
    'The new IdP sends an address at a domain that no user of the old IdP has; an error where the policy lists the verified domains, and it is none of them.',
  detect(person, evidence) {
    let drafts: readonly Draft[] = NOTHING;
    let told: string | null = null;
    for (const attribute of ATTRIBUTES) {
      const value = evidence.sent(person, attribute);
      const domain = domainOf(value);
      if (value === null || domain === null || evidence.oldDomains.has(domain) || domain === told) continue;
      // Each domain once: one of two may be verified.
      told = domain;
      const draft: Draft = {
        severity: 'warning',
        ...evidence.place('new', person.new),
        attribute,
        new: value,
        message: `No user of the old IdP has an address at the domain of ${shown(value)}.`,
        remedy: 'Check that the domain is verified with the app, and that it is the one that should be sent.',
      };
      drafts = [...drafts, draft];
    }
    return drafts;
  },
});
