import { splitAddress } from '../email/domain.ts';
import { stripInvisible } from '../email/normal-form.ts';
import { trimWhiteSpace } from '../email/white-space.ts';
import type { ColumnFacts } from './column-facts.ts';
import type { ColumnDomains, DomainCount } from './inspection.ts';

const TOP = 10;

/** Counts the domains of a column of addresses; letter case, and white space or invisible characters around an address, do not count. */
export function domainsOf({ text, values }: ColumnFacts): ColumnDomains {
  const domains = new Map<string, { addresses: number; spellings: Set<string> }>();
  for (const value of values) {
    const written = value === null ? undefined : splitAddress(trimWhiteSpace(stripInvisible(value)))?.domain;
    if (written === undefined || written === '') continue;
    const domain = written.toLowerCase();
    const seen = domains.get(domain);
    if (seen === undefined) domains.set(domain, { addresses: 1, spellings: new Set([written]) });
    else {
      seen.addresses += 1;
      seen.spellings.add(written);
    }
  }
  const sorted = [...domains]
    .map(([domain, { addresses, spellings }]): DomainCount => ({ domain, addresses, spellings: spellings.size }))
    .sort((a, b) => b.addresses - a.addresses || (a.domain < b.domain ? -1 : 1));
  const others = sorted.slice(TOP);
  return {
    column: text,
    top: sorted.slice(0, TOP),
    otherDomains: others.length,
    otherAddresses: others.reduce((sum, { addresses }) => sum + addresses, 0),
  };
}
