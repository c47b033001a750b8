import { describe, expect, it } from 'vitest';
import { ProgressLine } from '../../src/cli/progress.ts';

function line() {
  const written: string[] = [];
  let now = 0;
  const progress = new ProgressLine(
    (text) => written.push(text),
    () => now,
  );
  return { progress, written, at: (milliseconds: number) => (now = milliseconds) };
}

describe('ProgressLine', () => {
  it('shows count, rate and time left', () => {
    const { progress, written, at } = line();
    at(2000);
    progress.update({ file: 'old.csv', records: 1000, bytes: 250, totalBytes: 1000 });
    expect(written).toEqual(['\r\u001b[2Kreading old.csv: 1,000 records, 500/s, 6 s left']);
  });

  it('adds up files that are read at the same time', () => {
    const { progress, written, at } = line();
    at(1000);
    progress.update({ file: 'old.csv', records: 100, bytes: 50, totalBytes: 100 });
    at(2000);
    progress.update({ file: 'new.csv', records: 300, bytes: 150, totalBytes: 300 });
    expect(written.at(-1)).toContain('400 records, 200/s, 2 s left');
  });

  it('does not write more often than an eye can follow', () => {
    const { progress, written, at } = line();
    for (let now = 1000; now < 2000; now += 10) {
      at(now);
      progress.update({ file: 'old.csv', records: now, bytes: now, totalBytes: 5000 });
    }
    expect(written.length).toBe(5);
  });

  it('leaves nothing behind, and is inert whatever the file is called', () => {
    const { progress, written, at } = line();
    progress.clear();
    expect(written).toEqual([]);
    at(1000);
    progress.update({ file: 'a\u001b[31m.csv', records: 1, bytes: 1, totalBytes: 1 });
    expect(written[0]).toContain('a⟨U+001B⟩[31m.csv');
    progress.clear();
    expect(written.at(-1)).toBe('\r\u001b[2K');
  });
});
