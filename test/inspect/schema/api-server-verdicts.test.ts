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
  expect(taken.length).toBeGreaterThan(240);
  expect(refused.length).toBeGreaterThan(540);
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

// For what cannot be decoded the server names no place.
const named = refused.filter(({ problems }) => problems.every(problem => !problem.startsWith(':')));
const isBuiltIn = ({ apiVersion, kind }: Readonly<Record<string, unknown>>): boolean =>
  schemas.kind(String(apiVersion).replace(/\/?[^/]*$/, ''), String(kind))?.table.native === 1;

const ourPlaces = (object: unknown): string[] =>
  violations(object, { schemas }).map(({ path }) => placeOf(formatPath(path)).replace('metadata.generateName', 'metadata.name'));
const theirPlaces = (problems: readonly string[]): string[] =>
  problems.map(problem => placeOf(problem.replace(/: [^:]*$/, '')).replace('metadata.generateName', 'metadata.name'));
const without = (places: readonly string[], others: readonly string[]): string[] =>
  places.filter(place => !others.some(other => isWithin(other, place) || isWithin(place, other)));

test.each(named.filter(({ object }) => !isBuiltIn(object)).map(({ name, ...rest }) => [name, rest] as const))('refuses %s in the same places', (_, { object, problems }) => {
  expect(without(theirPlaces(problems), ourPlaces(object))).toEqual([]);
  expect(without(ourPlaces(object), theirPlaces(problems))).toEqual([]);
});

// What follows from a defect of a built-in kind is not told, and places are those that are written: the server copies
// some of them first, or leaves a step out.
const COPIED: readonly (readonly [string, string])[] = [
  ['metadata.annotations', 'annotations'],
  ['stringData', 'data'],
  ['binaryData', 'data'],
  ['spec.clusterIP', 'spec.clusterIPs'],
  ['spec.loadBalancerSourceRanges', 'spec.LoadBalancerSourceRanges'],
  ['spec.template.metadata.labels', 'spec.template.labels'],
  ['metadata.name', 'spec.template.labels'],
  ['spec.volumes.downwardAPI.items', 'spec.volumes.downwardAPI'],
  ['spec.volumes.projected.sources.downwardAPI.items', 'spec.volumes.projected.sources.downwardAPI'],
];

test.each(named.filter(({ object }) => isBuiltIn(object)).map(({ name, ...rest }) => [name, rest] as const))('refuses %s where the server does', (_, { object, problems }) => {
  const theirs = theirPlaces(problems);
  const copies = COPIED.flatMap(([written, copy]) => theirs.filter(place => isWithin(place, copy)).map(place => place.replace(copy, written)));
  expect(without(ourPlaces(object), [...theirs, ...copies])).toEqual([]);
});
