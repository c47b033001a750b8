import { COMPARE_POLICIES, type ComparePolicy, comparisonKey } from './compare.ts';
import { splitAddress } from './domain.ts';

/** Lower-case ASCII without white space: no policy makes another local part of it. */
const PLAIN = /^[!-@[-~]*$/;

/**
 * Groups the compare policies by which of the given addresses they take for one. Policies of one group agree on every
 * question about these addresses.
 *
 * @param addresses - any number of them, any order; repeated ones cost little
 * @returns every policy, in groups whose order and members follow that of `COMPARE_POLICIES`
 */
export function policyGroups(addresses: Iterable<string>): ComparePolicy[][] {
  const { plain, odd } = sorted(addresses);
  const groups = new Map<string, ComparePolicy[]>();
  for (const policy of COMPARE_POLICIES) {
    const partition = partitionOf(odd, plain, comparisonKey(policy));
    const group = groups.get(partition);
    if (group === undefined) groups.set(partition, [policy]);
    else group.push(policy);
  }
  return [...groups.values()];
}

/**
 * Two addresses of which every policy makes nothing but themselves are one under none. So of any two that are one under
 * some policy, one is odd.
 */
function sorted(addresses: Iterable<string>): { plain: ReadonlySet<string>; odd: ReadonlySet<string> } {
  const domainFolded = comparisonKey('domain-ci');
  const plainDomains = new Map<string, boolean>();
  const isPlain = (address: string): boolean => {
    if (!PLAIN.test(address)) return false;
    const domain = splitAddress(address)?.domain ?? '';
    const known = plainDomains.get(domain);
    if (known !== undefined) return known;
    const found = domainFolded(address) === address;
    plainDomains.set(domain, found);
    return found;
  };
  const plain = new Set<string>();
  const odd = new Set<string>();
  for (const address of addresses) (isPlain(address) ? plain : odd).add(address);
  return { plain, odd };
}

/** Which odd addresses are one with which others: two policies with the same text merge the same ones. */
function partitionOf(odd: ReadonlySet<string>, plain: ReadonlySet<string>, key: (address: string) => string): string {
  const first = new Map<string, number>();
  const places: string[] = [];
  let place = 0;
  for (const address of odd) {
    const folded = key(address);
    const seen = first.get(folded);
    if (seen === undefined) first.set(folded, place);
    // A plain address is its own key under every policy, so it is in the class that has that key.
    places.push(`${seen ?? place}${plain.has(folded) ? folded : ''}`);
    place += 1;
  }
  return places.join('\n');
}
