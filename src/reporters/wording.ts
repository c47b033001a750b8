import { inert } from './terminal.ts';

/** Sentences of our own may be long; the values in them are not. */
export function inertLong(sentence: string): string {
  return sentence.split(' ').map(inert).join(' ');
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

export function countPeople(count: number): string {
  return `${count} ${count === 1 ? 'person' : 'people'}`;
}
