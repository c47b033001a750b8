import { isMailbox } from '../email/mailbox.ts';
import { shown } from '../email/shown.ts';
import type { PairedSide } from '../matcher/sides.ts';
import { ATTRIBUTES, type Attribute } from '../model/user.ts';
import { type Draft, defineFinding } from './define-finding.ts';

export const emailInvalid = defineFinding({
  kind: 'email-invalid',
  about: 'person',
  explanation: 'A value that is sent as email is not a mailbox address.',
  detect(person, evidence) {
    const drafts: Draft[] = [];
    const check = (side: PairedSide, index: number, attribute: Attribute, value: string | null) => {
      if (value === null || isMailbox(value)) return;
      drafts.push({
        severity: side === 'new' && person.owner ? 'error' : 'warning',
        ...evidence.place(side, index),
        attribute,
        [side]: value,
        message: `${shown(value)} is not a mailbox address.`,
        remedy: 'Correct the value, or map the attribute that really holds the email address.',
      });
    };
    if (evidence.isActive('old', person.old)) {
      for (const attribute of ATTRIBUTES)
        check('old', person.old, attribute, evidence.value('old', person.old, attribute));
    }
    for (const attribute of ATTRIBUTES) check('new', person.new, attribute, evidence.sent(person, attribute));
    return drafts;
  },
});
