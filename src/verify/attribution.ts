import { normalForm } from '../email/normal-form.ts';
import { KeyIndex } from '../matcher/key-index.ts';
import type { Expectation, Key } from './expectation.ts';

type AddressesOf = (expectation: Expectation) => readonly string[];

/** Where an account is known by most surely comes first. */
const ACCOUNT_ORDER: readonly AddressesOf[] = [({ before }) => before, ({ sent }) => sent, ({ known }) => known];
/** A SCIM user is first of all the one that was pushed. */
const SYNC_ORDER: readonly AddressesOf[] = [
  ({ pushed }) => (pushed === null ? [] : [pushed]),
  ({ before }) => before,
  ({ known }) => known,
];

/** Whose a row is, by its address: indices of people, none where it is nobody's. */
export type Attribution = (address: string) => readonly number[];

/** Finds whose account a row of the member list shows. */
export function accountAttribution(expectations: readonly Expectation[], key: Key): Attribution {
  return attributionBy(expectations, key, ACCOUNT_ORDER);
}

/** Finds whom a user of the SCIM directory is. */
export function syncAttribution(expectations: readonly Expectation[], key: Key): Attribution {
  return attributionBy(expectations, key, SYNC_ORDER);
}

/**
 * As the service provider compares, in the order given; then the same but for the spelling. A row that several people
 * share at one step is a row of each.
 */
function attributionBy(expectations: readonly Expectation[], key: Key, order: readonly AddressesOf[]): Attribution {
  const steps = [key, normalForm].flatMap((form) =>
    order.map((addressesOf) => {
      const index = new KeyIndex();
      expectations.forEach((expectation, at) => {
        for (const value of new Set(addressesOf(expectation).map(form))) index.add(value, at);
      });
      return { form, index };
    }),
  );
  return (address) => {
    for (const { form, index } of steps) {
      const holders = index.get(form(address));
      if (holders.length > 0) return holders;
    }
    return [];
  };
}
