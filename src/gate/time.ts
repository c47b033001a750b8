import { PreflightError } from '../errors.ts';

export const MILLISECONDS_A_MINUTE = 60_000;
export const MILLISECONDS_AN_HOUR = 3_600_000;

/**
 * A time that was read, in milliseconds since 1970.
 *
 * @throws PreflightError ERR_USAGE where it is none: no comparison with it may come out true
 */
export function timeOf(text: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new PreflightError('ERR_USAGE', `This is no time in ISO 8601: "${text}".`);
  return time;
}

/** ISO 8601 in UTC, with milliseconds. */
export function timeText(time: number): string {
  return new Date(time).toISOString();
}
