import { readFileSync } from 'node:fs';
import { formatPath } from '../../../lib/inspect/schema/format-path';
import { violations } from '../../../lib/inspect/schema/violations';
import { readVerdicts } from '../../../scripts/record-verdicts/verdict-file';
import { asLine, schemas } from '../../support/thing-kind';

// scripts/record-verdicts.ts explains how the answers of a real API server come into the file.
const { server, cases } = readVerdicts(readFileSync('test/inspect/schema/api-server-verdicts.json', 'utf8'));

const taken = cases.filter(({ problems }) => problems.length === 0);
const refused = cases.filter(({ problems }) => problems.length > 0);

test('the verdicts are those of an API server, on many objects that it takes and many that it refuses', () => {
  expect(server).toMatch(/^v1\.\d+\./);
  expect(taken.length).toBeGreaterThan(80);
  expect(refused.length).toBeGreaterThan(200);
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});

test.each(taken.map(({ name, object }) => [name, object] as const))('takes %s', (_, object) => {
  expect(violations(object, { schemas }).map(asLine)).toEqual([]);
});

test.each(refused.map(({ name, object }) => [name, object] as const))('refuses %s', (_, object) => {
  expect(violations(object, { schemas })).not.toEqual([]);
});

/** Without positions, because the server leaves some out; `["a"]` and `.a` are the same to it. */
const placeOf = (path: string): string => path.replace(/\[\d+\]/g, '').replace(/\["?(.*?)"?\]/g, '.$1');
const isWithin = (one: string, other: string): boolean => one === other || one.startsWith(`${other}.`);

// To built-in kinds the server applies rules of its own beyond their types, and for what cannot be decoded it names no place.
const named = refused.filter(({ object, problems }) =>
  schemas.kind(String(object.apiVersion).replace(/\/?[^/]*$/, ''), String(object.kind))?.table.native !== 1
  && problems.every(problem => !problem.startsWith(':')));

test.each(named.map(({ name, ...rest }) => [name, rest] as const))('refuses %s in the same places', (_, { object, problems }) => {
  const ours = violations(object, { schemas }).map(({ path }) => placeOf(formatPath(path)).replace('metadata.generateName', 'metadata.name'));
  const theirs = problems.map(problem => placeOf(problem.replace(/: [^:]*$/, '')).replace('metadata.generateName', 'metadata.name'));
  expect(theirs.filter(place => !ours.some(own => isWithin(own, place) || isWithin(place, own)))).toEqual([]);
  expect(ours.filter(own => !theirs.some(place => isWithin(own, place) || isWithin(place, own)))).toEqual([]);
});
