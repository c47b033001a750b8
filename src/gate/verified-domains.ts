import { toALabel } from '../email/domain.ts';
import { domainOf } from '../email/domain-of.ts';
import type { Finding } from '../model/finding.ts';

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
/** At least two labels, of which the last is no number. */
const DOMAIN = new RegExp(`^(?=.{1,253}$)(?:${LABEL}\\.)+(?![0-9]+$)${LABEL}$`);

/** A domain as addresses have it in comparison: a lower-case A-label. */
function formOf(domain: string): string {
  return toALabel(domain.toLowerCase());
}

/** Why a text is no domain, in a sentence; null where it is one. */
export function domainFault(text: string): string | null {
  if (DOMAIN.test(formOf(text))) return null;
  const hint = text.includes('@') ? 'Write what stands behind the @' : 'Write one without wildcards, spaces or slashes';
  return `“${text}” is no domain. ${hint}, such as example.com.`;
}

/** Makes an error of a new domain that is none of the verified ones; leaves every other finding as it is. */
export function verifiedJudge(domains: readonly string[] | undefined): (finding: Finding) => Finding {
  if (domains === undefined) return (finding) => finding;
  const verified = new Set(domains.map(formOf));
  return (finding) => {
    if (finding.kind !== 'domain-not-in-baseline') return finding;
    const domain = domainOf(finding.new ?? null);
    if (domain !== null && verified.has(domain)) return finding;
    return {
      ...finding,
      severity: 'error',
      message: `${finding.message} It is none of the verified domains of the policy.`,
    };
  };
}
