import fc from 'fast-check';
import type { Verdict } from '../../../lib/inspect/checks/run-checks';
import { isObject } from '../../../lib/inspect/is-object';
import { SourceFile } from '../../../lib/inspect/model/source-file';
import { judge, judgeFiles } from '../../support/judge';
import { renderedObjects } from '../../support/rendered-corpus';

const corpus = renderedObjects();

/** What nobody expects at a place of an object. */
const oddValue = fc.oneof(
  fc.constantFrom<unknown>(null, '', 0, -1, 1e300, true, [], {}, [null], [[]], { '': null }),
  fc.constantFrom('*', '.', '/', 'a/b/c', '~', '..', '{*}', '%', '0s', '-5s', '::1', '(', 'x'.repeat(2_000)),
  fc.jsonValue({ maxDepth: 2 }),
  fc.string({ unit: 'grapheme' }),
);

interface Mutation {
  /** Which of the places of the object, as a fraction of all. */
  readonly place: number;
  readonly change: 'remove' | 'replace' | 'rename' | 'repeat';
  readonly value: unknown;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  place: fc.double({ min: 0, max: 0.999_999, noNaN: true }),
  change: fc.constantFrom('remove', 'replace', 'replace', 'rename', 'repeat'),
  value: oddValue,
});

/** Some objects of the corpus, each changed at a few places. */
const mutants = fc.array(fc.tuple(fc.nat(corpus.length - 1), fc.array(mutation, { minLength: 1, maxLength: 3 })), { minLength: 1, maxLength: 4 })
  .map(choices => choices.map(([index, mutations]) => mutations.reduce<unknown>(mutated, corpus[index])));

function mutated(object: unknown, { place, change, value }: Mutation): unknown {
  const copy = structuredClone(object);
  const places = placesIn(copy);
  const [holder, key] = places[Math.floor(place * places.length)] ?? [{}, ''];
  if (change === 'remove' && isObject(holder)) {
    delete holder[key];
  } else if (change === 'repeat' && Array.isArray(holder)) {
    holder.push(holder[Number(key)]);
  } else if (change === 'rename' && !Array.isArray(holder)) {
    holder[String(value)] = holder[key];
  } else {
    (holder as Holder)[key] = value;
  }
  return copy;
}

type Holder = Record<string, unknown>;

/** All places beneath a value but `kind`, without which nothing would be judged. */
function placesIn(value: unknown): Array<readonly [holder: Holder | unknown[], key: string]> {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).filter(([key]) => key !== 'kind').flatMap(([key, child]) => [[value as Holder, key] as const, ...placesIn(child)]);
}

const text = (objects: readonly unknown[]): string => objects.map(object => JSON.stringify(object)).join('\n---\n');

test('whatever is changed in valid objects, every check has an answer', () => {
  fc.assert(fc.property(mutants, fc.boolean(), (objects, complete) => {
    expect(judge(text(objects), { set: { complete } }).crashes).toEqual([]);
  }), { numRuns: 10_000 });
});

/** Of objects with one name, the last counts: of each name one, so that no order can matter. */
const distinct = [...new Map(corpus.map(object => [nameOf(object), object])).values()];

test('the order of objects changes no finding', () => {
  const orders = fc.shuffledSubarray(distinct, { minLength: 1, maxLength: 30 }).chain(some => (
    fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))
  ));
  fc.assert(fc.property(orders, ([one, other]) => {
    expect(findings(one)).toEqual(findings(other));
  }), { numRuns: 150 });
});

test('nor does the split into files, documents and Lists', () => {
  const split = fc.shuffledSubarray(distinct, { minLength: 1, maxLength: 30 }).chain(some => (
    fc.tuple(fc.constant(some), fc.array(fc.tuple(fc.nat(some.length), fc.boolean()), { maxLength: 5 }))
  ));
  fc.assert(fc.property(split, ([objects, cuts]) => {
    const ends = [...cuts.map(([end]) => end).sort((a, b) => a - b), objects.length];
    const parts = ends.map((end, index) => objects.slice(ends[index - 1] ?? 0, end));
    const files = parts.map((part, index) => new SourceFile(`${index}.yaml`, cuts[index]?.[1] === true ? JSON.stringify(listOf(part)) : text(part)));
    expect(placeless(judgeFiles(files, {}))).toEqual(findings(objects));
  }), { numRuns: 150 });
});

function listOf(items: readonly unknown[]): object {
  return { apiVersion: 'v1', kind: 'List', items };
}

function findings(objects: readonly unknown[]): string[] {
  return placeless(judge(text(objects)));
}

/** What is found, wherever it stands. */
function placeless(verdict: Verdict): string[] {
  return verdict.findings.map(({ line, column, file, ...finding }) => JSON.stringify(finding)).sort();
}

function nameOf({ apiVersion, kind, metadata }: Readonly<Record<string, unknown>>): string {
  return `${String(apiVersion)} ${String(kind)} ${JSON.stringify(metadata, ['namespace', 'name'])}`;
}
