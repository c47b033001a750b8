import { nfkcLowerStrip } from '../email/normal-form.ts';

/** The earlier one of several apps that has the name of this one; two names that look the same are one to who reads them. */
export function sameNamed<Named extends { readonly name: string }>(
  applications: readonly Named[],
  index: number,
): Named | undefined {
  const name = nfkcLowerStrip(applications[index]?.name ?? '');
  return applications.slice(0, Math.max(index, 0)).find((earlier) => nfkcLowerStrip(earlier.name) === name);
}
