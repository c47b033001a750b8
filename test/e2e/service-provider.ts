/** What the suite asks of a service provider, whichever it is. */
import type { Mode } from '../reference/simulation.ts';

export const IDPS = ['old', 'new'] as const;
export type Idp = (typeof IDPS)[number];

/** An account, as the server itself lists it. */
export interface Account {
  id: string;
  email: string;
  name: string | null;
}

/** Where a request of an identity provider led. */
export type Landing =
  /** To the account of this id. */
  | { account: string }
  /** Nowhere: there is no account at the address, and this mode makes none. */
  | { account: null; refused: 'no-account' }
  /** Nowhere: there is an account, which this server gives to nobody who is new to it. */
  | { account: null; refused: 'not-linked' }
  /** Nowhere: to this server it is no address. */
  | { account: null; refused: 'address' };

/** Whom an identity provider knows: `subject` is its own id for them. */
export interface Sender {
  idp: Idp;
  subject: string;
  email: string;
  name: string | null;
}

/** One app, for one organisation at a time. */
export interface ServiceProvider {
  /** Starts afresh, with nobody in it, set up for a mode. */
  install(mode: Mode): Promise<void>;
  /** Makes the account that somebody has before the switch, in the way in which the mode makes accounts. */
  admit(sender: Sender): Promise<Landing>;
  /** Pushes somebody over SCIM as identity providers do: asks whether they are there, and creates them if not. */
  provision(sender: Sender): Promise<Landing>;
  /** Signs somebody in through their identity provider. */
  signIn(sender: Sender): Promise<Landing>;
  /** Takes an account away over SCIM. */
  deprovision(account: string): Promise<void>;
  /** The account to which an address leads, without any change; null for none. */
  accountAt(email: string): Promise<string | null>;
  accounts(): Promise<Account[]>;
  /** The accounts that a user of the directory stands behind, by their ids. */
  provisioned(): Promise<string[]>;
  stop(): Promise<void>;
}
