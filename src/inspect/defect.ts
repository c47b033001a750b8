import type { Severity } from '../model/finding.ts';
import type { Defect, DefectKind, DefectPlace } from './inspection.ts';

/** A damaged column of a large export would else make a report as large. */
const MOST_PLACES = 1000;

/** Collects the places of one defect, as many of them as are told, and counts them all. */
export class Places {
  readonly #places: DefectPlace[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(line: number, note = '', endLine = line): void {
    this.#count += 1;
    if (this.#places.length < MOST_PLACES) this.#places.push({ line, endLine, note });
  }

  /** The defect that they are; none where there are no places. */
  defect(kind: DefectKind, severity: Severity, column: string | null, message: (count: number) => string): Defect[] {
    if (this.#count === 0) return [];
    return [{ kind, severity, column, count: this.#count, message: message(this.#count), places: this.#places }];
  }
}

/** A defect of the file as such. */
export function fileDefect(kind: DefectKind, severity: Severity, column: string | null, message: string): Defect {
  return { kind, severity, column, count: 1, message, places: [] };
}

export function plural(count: number, noun: string, several = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : several}`;
}
