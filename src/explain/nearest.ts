import { nearest } from '../nearest.ts';
import { TOPICS } from './index.ts';

/** What somebody may have meant: topics that a word is part of, or that differ from it in a few letters; the nearest first. */
export function nearestTopics(word: string): string[] {
  return nearest(word, TOPICS);
}
