/** What is drawn for a scene, and what several of them do. */
import type { Human, Sheet } from '../people.ts';

export interface Scene {
  cast: Human[];
  /** Small choices, each scene reads them in its own way. */
  a: boolean;
  b: boolean;
  c: boolean;
  pick: number;
  /** The member list has everybody of the scene in an odd way. */
  oddlyListed: boolean;
}

/** Gives somebody the address of another; now and then in one of the two channels only. */
export function move({ pick }: Scene, to: Sheet, from: Sheet): void {
  if (pick !== 4) to.sso = from.sso;
  if (pick !== 5) to.scim = from.scim;
}

export function setMail(sheet: Sheet, mail: string): void {
  sheet.sso = sheet.scim = mail;
}

export function fresh(sheet: Sheet, n: number): void {
  setMail(sheet, `moved${n}@example.org`);
}
