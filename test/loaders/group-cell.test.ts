import { expect, test } from 'vitest';
import { splitGroups } from '../../src/loaders/group-cell.ts';

test.each<[string, string[]]>([
  ['Sales;Oslo', ['Sales', 'Oslo']],
  ['Sales | Oslo', ['Sales', 'Oslo']],
  ['Sales\r\nOslo\nBergen', ['Sales', 'Oslo', 'Bergen']],
  ['Sales, Oslo', ['Sales', 'Oslo']],
  ['Sales Oslo', ['Sales Oslo']],
  // A comma splits only where nothing else does.
  ['Sales, Retail;Oslo', ['Sales, Retail', 'Oslo']],
  // The commas of a distinguished name are its own.
  ['CN=Sales,OU=Groups,DC=example,DC=com', ['CN=Sales,OU=Groups,DC=example,DC=com']],
  ['cn=Sales,dc=example;cn=Oslo,dc=example', ['cn=Sales,dc=example', 'cn=Oslo,dc=example']],
  ['CN=Sales\\; Retail,DC=example', ['CN=Sales\\; Retail,DC=example']],
  // GAM joins the addresses of groups by a space.
  ['sales@example.com oslo@example.com', ['sales@example.com', 'oslo@example.com']],
  ['sales@example.com, oslo@example.com', ['sales@example.com', 'oslo@example.com']],
  ['Friends of a@example.com', ['Friends of a@example.com']],
  [' Sales ; ; ', ['Sales']],
  ['', []],
  [' ', []],
])('%j', (cell, groups) => {
  expect(splitGroups(cell)).toEqual(groups);
});
