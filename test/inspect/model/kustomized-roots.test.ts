import { AS_CALLED, isPatch, Naming, namingOf, Patch } from '../../../lib/inspect/model/kustomize-step';
import { rootsOf } from '../../../lib/inspect/model/kustomized-roots';
import type { Kustomization } from '../../../lib/inspect/model/read-kustomizations';

const patch = (name: string): Patch => ({ matches: () => true, places: [[name]] });

const named = (naming: Partial<Naming>): Naming => ({ ...AS_CALLED, ...naming });

type Buildable = Pick<Kustomization, 'resources' | 'components' | 'steps'>;

const nothing: Buildable = { resources: [], components: [], steps: [] };

/** What the roots apply, a line for each file: where it lies, the namespace, what is put around names, its patches, and `mixed in` where it is so. */
function applied(kustomizations: Readonly<Record<string, Partial<Buildable>>>): Record<string, string[]> {
  const whole = Object.entries(kustomizations).map(([folder, own]) => [folder, { ...nothing, ...own }] as const);
  return Object.fromEntries(rootsOf(new Map(whole)).map(({ folder, files }) => [folder, files.map(({ place, steps, isMixedIn }) => {
    const { namespace = '-', prefix, suffix } = namingOf(steps);
    return [place, namespace, ...[prefix, suffix].filter(text => text !== ''), ...steps.filter(isPatch).map(({ places: [[name]] }) => `patch ${name}`), ...(isMixedIn ? ['mixed in'] : [])].join(' ');
  })]));
}

test('a root applies what it names, and what that names', () => {
  expect(applied({ base: { resources: ['base/a'] }, prod: { resources: ['base', 'prod/b'] } })).toEqual({ prod: ['base/a -', 'prod/b -'] });
});

test('of several namespaces the outermost counts', () => {
  expect(applied({ base: { steps: [named({ namespace: 'shop' })], resources: ['a'] }, prod: { steps: [named({ namespace: 'prod' })], resources: ['base', 'b'] }, all: { resources: ['prod'] } }))
    .toEqual({ all: ['a prod', 'b prod'] });
});

test('a component gives its namespace to what comes before it and to its own, and not to what comes with later ones', () => {
  const components = { first: { steps: [named({ namespace: 'one' })], resources: ['b'] }, second: { resources: ['c'] }, third: { steps: [named({ namespace: 'three' })] } };
  expect(applied({ ...components, prod: { resources: ['a'], components: ['first', 'second'] } })).toEqual({ prod: ['a one', 'b one mixed in', 'c - mixed in'], third: [] });
  expect(applied({ ...components, prod: { resources: ['a'], components: ['first', 'second', 'third'] } }))
    .toEqual({ prod: ['a three', 'b three mixed in', 'c three mixed in'] });
});

test('a component of a component gives its namespace, too, unless that has one of its own', () => {
  const outer = (own: Partial<Buildable>): ReturnType<typeof applied> => (
    applied({ inner: { steps: [named({ namespace: 'shop' })] }, outer: { components: ['inner'], ...own }, prod: { resources: ['a'], components: ['outer'] } })
  );
  expect(outer({})).toEqual({ prod: ['a shop'] });
  expect(outer({ steps: [named({ namespace: 'own' })] })).toEqual({ prod: ['a own'] });
});

test('what a kustomization patches is all that it applies, however that is named', () => {
  const bases = { base: { resources: ['a'] }, dev: { resources: ['base'] } };
  expect(applied({ ...bases, prod: { resources: ['base', 'b'], steps: [patch('x'), patch('y')] } })).toEqual({ dev: ['a -'], prod: ['a - patch x patch y', 'b - patch x patch y'] });
});

test('a component patches what comes before it and its own, and not what comes with later ones', () => {
  const components = { first: { resources: ['b'], steps: [patch('x')] }, second: { resources: ['c'] }, outer: { components: ['first'] } };
  expect(applied({ ...components, prod: { resources: ['a'], components: ['outer', 'second'] } })).toEqual({ prod: ['a - patch x', 'b - patch x mixed in', 'c - mixed in'] });
});

test('what comes twice in one way is applied once, with the patches of both', () => {
  const bases = { base: { resources: ['a'] }, plain: { resources: ['base'] }, one: { resources: ['base'], steps: [patch('x')] }, other: { resources: ['base'], steps: [patch('y')] } };
  expect(applied({ ...bases, prod: { resources: ['plain', 'one', 'other'] } })).toEqual({ prod: ['a - patch x patch y'] });
  expect(applied({ ...bases, prod: { resources: ['plain'], components: ['one'] } }).prod).toEqual(['a - patch x']);
  expect(applied({ dev: { steps: [named({ namespace: 'dev' })], resources: ['a'] }, all: { resources: ['dev', 'a'] } })).toEqual({ all: ['a dev', 'a -'] });
});

test('what comes twice under several names is applied under each, with its own patches', () => {
  const bases = { base: { resources: ['a'] }, one: { resources: ['base'], steps: [patch('x'), named({ suffix: '-v1' })] }, other: { resources: ['base'], steps: [patch('y'), named({ suffix: '-v2' })] } };
  expect(applied({ ...bases, prod: { resources: ['one', 'other'], steps: [named({ prefix: 'shop-' })] } })).toEqual({ prod: ['a - shop- -v1 patch x', 'a - shop- -v2 patch y'] });
});

test('those that name each other begin anywhere, and have an end', () => {
  expect(applied({ a: { steps: [named({ namespace: 'shop' })], resources: ['b', 'x'] }, b: { resources: ['a', 'y'] } })).toEqual({ a: ['y shop', 'x shop'] });
});

test('what is named by millions of ways, or very deep, has an end', () => {
  const names = Array.from({ length: 2000 }, (_, index) => `${index}`);
  const bases = Object.fromEntries(names.map(name => [name, { resources: names.map(file => `file-${file}`) }]));
  const roots = applied(bases);
  expect([roots['0'].length, roots['1999'].length]).toEqual([2000, 0]);
  const chain = applied(Object.fromEntries(names.map(name => [name, { resources: [`${Number(name) + 1}`] }])));
  expect(Object.values(chain).flat()).toEqual(['2000 -']);
});
