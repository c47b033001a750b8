import { detectProfile, isEmailHeader } from '../../loaders/profiles/index.ts';
import { isAddress } from './refusals.ts';

/** Whether rows look like a list of users: by the header of a known format, a usual name of an email column, or an address. */
export function looksLikeUsers([header = [], ...rows]: readonly (readonly string[])[]): boolean {
  if (detectProfile(header, 'xlsx').id !== 'generic' || header.some(isEmailHeader)) return true;
  return [header, ...rows].some((cells) => cells.some(isAddress));
}
