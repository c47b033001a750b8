// Measures the main job, whole process, beside a pandas script on the same files in the same run.
// Usage: npm run bench [-- PEOPLE [RUNS]]; default 100,000 people a side, 5 runs each, in turn.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeExports } from './exports.mjs';

const people = Number(process.argv[2] ?? 100_000);
const runs = Number(process.argv[3] ?? 5);
const root = fileURLToPath(new URL('..', import.meta.url));
const [oldFile, newFile, peak] = ['old.csv', 'new.csv', 'peak'].map((name) => `${root}.bench/${name}`);

const maps = ['--old-map', 'sso=email', '--old-map', 'scim=email', '--new-map', 'sso=mail', '--new-map', 'scim=mail'];
const ours = [process.execPath, '--import', `${root}bench/memory.mjs`, `${root}dist/cli.js`, 'check', '--old', oldFile, '--new', newFile, ...maps];
const python = ['python3', '/usr/bin/python3'].find((name) => spawnSync(name, ['-c', 'import pandas']).status === 0);
const peer = python && [python, `${root}bench/memory.py`, `${root}bench/pandas_peer.py`, oldFile, newFile];

function measure([command, ...args], expected) {
  const started = process.hrtime.bigint();
  const { status } = spawnSync(command, args, { env: { ...process.env, PEAK_MEMORY: peak }, stdio: ['ignore', 'ignore', 'ignore'] });
  if (status !== expected) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
  return { seconds: Number(process.hrtime.bigint() - started) / 1e9, megabytes: Number(readFileSync(peak, 'utf8')) / 1024 };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function line(name, results) {
  const seconds = results.map((result) => result.seconds);
  const spread = `${Math.min(...seconds).toFixed(2)} to ${Math.max(...seconds).toFixed(2)}`;
  return `${name.padEnd(14)} ${median(seconds).toFixed(2)} s (${spread}), peak ${Math.round(median(results.map((result) => result.megabytes)))} MB`;
}

mkdirSync(`${root}.bench`, { recursive: true });
await writeExports(oldFile, newFile, people);
measure(ours, 1);
const results = { ours: [], peer: [] };
for (let run = 0; run < runs; run += 1) {
  results.ours.push(measure(ours, 1));
  if (peer) results.peer.push(measure(peer, 0));
}
console.log(`${people.toLocaleString('en')} people a side, ${runs} runs in turn, medians:`);
console.log(line('idp-preflight', results.ours));
if (peer) {
  console.log(line('pandas', results.peer));
  const ratios = results.ours.map((result, run) => result.seconds / results.peer[run].seconds);
  console.log(`ratio          ${median(ratios).toFixed(2)}`);
} else console.log('pandas is not installed: nothing to compare with');
