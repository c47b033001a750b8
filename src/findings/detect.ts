import type { MatchedPerson } from '../matcher/people.ts';
import { type Finding, SEVERITIES } from '../model/finding.ts';
import type { Draft } from './define-finding.ts';
import type { Evidence } from './evidence.ts';
import { FINDINGS } from './index.ts';

const PERSON_FINDINGS = FINDINGS.filter((definition) => definition.about === 'person');
const INPUT_FINDINGS = FINDINGS.filter((definition) => definition.about === 'input');
const NONE: readonly Finding[] = Object.freeze([]);

/** Everything that one person has, worst first. */
export function findingsOf(person: MatchedPerson, evidence: Evidence): readonly Finding[] {
  let findings: Finding[] | undefined;
  for (const { kind, detect } of PERSON_FINDINGS) {
    for (const draft of detect(person, evidence)) {
      findings ??= [];
      findings.push(finish(kind, draft));
    }
  }
  return findings === undefined ? NONE : worstFirst(findings);
}

/** Everything about the inputs and the sides as a whole, worst first. */
export function inputFindings(evidence: Evidence): readonly Finding[] {
  const findings = INPUT_FINDINGS.flatMap(({ kind, detect }) => detect(evidence).map((draft) => finish(kind, draft)));
  return worstFirst(findings);
}

function finish(kind: string, draft: Draft): Finding {
  const { severity, ...rest } = draft;
  return { kind, severity, ...rest };
}

/** Within one severity the order of the registry stays. */
function worstFirst(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}
