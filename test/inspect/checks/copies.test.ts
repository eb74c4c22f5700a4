import { defineCheck, Problem } from '../../../lib/inspect/checks/check';
import type { Rule } from '../../../lib/inspect/checks/rule';
import { originOf } from '../../../lib/inspect/mesh/object-reference';
import { SourceFile } from '../../../lib/inspect/model/source-file';
import { judgeFiles } from '../../support/judge';

const color: Rule = { code: 'TEST001', slug: 'color', severity: 'warning', summary: 'No colors.', aliases: [] };

/** Finds colors, each with a repair; those called `ours` are named after the namespace. */
const colors = defineCheck({
  rules: [color],
  * judge({ root, namespace }): Iterable<Problem> {
    for (const [key, place] of root.at('colors').entries()) {
      const name = key === 'ours' ? `${namespace}-red` : 'red';
      yield { rule: color, path: place.path, message: `call it ${name}`, fix: [{ kind: 'set', path: place.path, to: name }] };
    }
  },
});

/** What is judged of a car that is in `dev`, in `prod` and in its own namespace. */
function judged(car: string, suppressions = '', check = colors): ReturnType<typeof judgeFiles> {
  const overlay = (namespace: string): string => `namespace: ${namespace}\nresources: [../base]`;
  const files = {
    'base/kustomization.yaml': 'resources: [car.yaml]',
    'base/car.yaml': `kind: Car\nmetadata:\n  name: a\n  annotations: {${suppressions}}\n${car}`,
    'dev/kustomization.yaml': overlay('dev'),
    'prod/kustomization.yaml': overlay('prod'),
    'test/kustomization.yaml': 'resources: [../base]',
  };
  return judgeFiles(Object.entries(files).map(([name, text]) => new SourceFile(name, text)), { checks: [check] });
}

test('what holds in every namespace is told once, and mended', () => {
  const { findings, repairs } = judged('colors: {any: blue}');
  expect(findings.map(({ message, object }) => `${originOf(object)}: ${message}`)).toEqual(['Car dev/a: call it red']);
  expect(repairs).toHaveLength(1);
});

test('what differs by the namespace alone is told once', () => {
  const owners = defineCheck({
    rules: [color],
    * judge({ namespace }): Iterable<Problem> {
      yield { rule: color, path: [], message: `there is no color.${namespace}.svc, but dev-color` };
    },
  });
  expect(judged('size: 7', '', owners).findings.map(({ message }) => message)).toEqual(['there is no color.dev.svc, but dev-color']);
});

test('what is said of some copies alone is told, and not mended', () => {
  const some = defineCheck({
    rules: [color],
    * judge({ namespace }): Iterable<Problem> {
      if (namespace !== 'dev') {
        yield { rule: color, path: ['size'], message: 'too big', fix: [{ kind: 'set', path: ['size'], to: 'small' }] };
      }
    },
  });
  const { findings, repairs } = judged('size: 7', '', some);
  expect(findings.map(({ message, object }) => `${originOf(object)}: ${message}`)).toEqual(['Car prod/a: too big']);
  expect(repairs).toEqual([]);
});

test('a check that fails itself is told once of all copies', () => {
  const failing = defineCheck({ rules: [color], judge: () => { throw new Error('boom'); } });
  const { findings, crashes } = judged('size: 7', '', failing);
  expect(findings.map(({ code, object }) => `${code} ${originOf(object)}`)).toEqual(['IST0001 Car dev/a']);
  expect(crashes).toHaveLength(3);
});

test('what differs is told of each namespace, and not mended, since the others would lose by it', () => {
  const { findings, repairs } = judged('colors: {ours: blue}');
  expect(findings.map(({ message, object, fixable }) => `${originOf(object)}: ${message}, ${fixable}`).sort()).toEqual([
    'Car dev/a: call it dev-red, undefined',
    'Car prod/a: call it prod-red, undefined',
    'Car shop/a: call it shop-red, undefined',
  ]);
  expect(repairs).toEqual([]);
});

test('an annotation hides what is said of all', () => {
  const { findings, suppressed } = judged('colors: {ours: blue}', '"cdk8s-mesh/suppress": "TEST001: ordered so"');
  expect(findings).toEqual([]);
  expect(suppressed).toBe(3);
});

test('an annotation that hides nothing is told once', () => {
  expect(judged('size: 7', '"cdk8s-mesh/suppress": "TEST001: ordered so"').findings.map(({ message }) => message)).toEqual([
    'TEST001 is suppressed, but is not found here',
  ]);
});
