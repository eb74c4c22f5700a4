import { defineCheck, Problem } from '../../../lib/inspect/checks/check';
import type { Rule } from '../../../lib/inspect/checks/rule';
import { originOf } from '../../../lib/inspect/mesh/object-reference';
import { isPartlyRead } from '../../../lib/inspect/mesh/represented-namespaces';
import { SourceFile } from '../../../lib/inspect/model/source-file';
import { judgeFiles } from '../../support/judge';

const rival: Rule = { code: 'TEST001', slug: 'rival', severity: 'warning', summary: 'No rivals.', aliases: [] };

/** Finds cars of one color, and colors that no car has. */
const rivals = defineCheck({
  rules: [rival],
  * judge(car, { set }): Iterable<Problem> {
    const others = set.of('Car').filter(one => one !== car && one.root.at('color').text === car.root.at('color').text).map(({ fullName }) => fullName);
    if (others.length > 0) {
      yield { rule: rival, path: ['color'], message: `${others.sort().join()} has it too` };
    }
    for (const text of car.root.at('wants').texts.filter(name => !set.knows('Car', ...split(name)))) {
      yield { rule: rival, path: ['wants'], message: `there is no ${text}` };
    }
  },
});

function split(name: string): [string, string] {
  const [namespace, short] = name.split('/');
  return [namespace, short];
}

const car = (name: string, more: string): string => `{kind: Car, metadata: {name: ${name}}, ${more}}`;

const overlay = (namespace: string): string => `namespace: ${namespace}\nresources: [../base, own.yaml]`;

/** What is found where `dev` and `prod` share a base, each with a file of its own, and there is one file beside them. */
function found(files: Readonly<Record<'base' | 'dev' | 'prod' | 'rest', string>>, overlays = { dev: overlay('dev'), prod: overlay('prod') }): string[] {
  const all = {
    'base/kustomization.yaml': 'resources: [car.yaml]', 'base/car.yaml': files.base,
    'dev/kustomization.yaml': overlays.dev, 'dev/own.yaml': files.dev,
    'prod/kustomization.yaml': overlays.prod, 'prod/own.yaml': files.prod,
    'rest.yaml': files.rest,
  };
  const { findings } = judgeFiles(Object.entries(all).map(([name, text]) => new SourceFile(name, text)), { checks: [rivals] });
  return findings.map(({ file, object, message }) => `${file} ${originOf(object)}: ${message}`).sort();
}

const [base, dev, prod, rest] = [car('b', 'color: base'), car('a', 'color: dev'), car('a', 'color: prod'), car('c', 'color: rest')];

test('the copies of an object are no rivals of each other, and overlays are none', () => {
  expect(found({ base, dev, prod, rest })).toEqual([]);
  expect(found({ base, dev: car('a', 'color: red'), prod: car('c', 'color: red'), rest })).toEqual([]);
});

test('what is of one overlay, or of none, is a rival of what it is applied with', () => {
  expect(found({ base, dev: car('a', 'color: base'), prod, rest })).toEqual(['base/car.yaml Car dev/b: dev/a has it too', 'dev/own.yaml Car dev/a: dev/b has it too']);
  expect(found({ base, dev, prod, rest: car('c', 'color: base') })).toEqual([
    'base/car.yaml Car dev/b: shop/c has it too', 'rest.yaml Car shop/c: dev/b has it too', 'rest.yaml Car shop/c: prod/b has it too',
  ]);
});

test('overlays of one namespace do not hide each other', () => {
  const overlays = { dev: overlay('shop'), prod: overlay('shop') };
  const wants = (text: string): string => car('a', `color: own, wants: [shop/b, ${text}]`);
  expect(found({ base, dev: wants('shop/x'), prod: wants('shop/y'), rest }, overlays)).toEqual([
    'dev/own.yaml Car shop/a: there is no shop/x', 'prod/own.yaml Car shop/a: there is no shop/y',
  ]);
});

test('an overlay without a namespace is one, too', () => {
  const overlays = { dev: 'resources: [../base, own.yaml]', prod: overlay('prod') };
  expect(found({ base, dev: car('a', 'color: red'), prod: car('a', 'color: red'), rest }, overlays)).toEqual([]);
});

test('an overlay finds what is applied in any case, and what is of another one is known to be elsewhere', () => {
  const wants = (name: string, color: string): string => car(name, `color: ${color}, wants: [dev/b, prod/b, shop/c, dev/gone]`);
  expect(found({ base, dev: wants('a', 'dev'), prod, rest: wants('c', 'rest') })).toEqual([
    'dev/own.yaml Car dev/a: there is no dev/gone', 'rest.yaml Car shop/c: there is no dev/gone',
  ]);
});

test('what another overlay applies is known to be somewhere', () => {
  const knowing = defineCheck({
    rules: [rival],
    * judge(_, { set }): Iterable<Problem> {
      yield { rule: rival, path: [], message: ['dev/b', 'prod/a', 'prod/gone'].filter(name => set.knows('Car', ...split(name))).join() };
    },
  });
  const files = { 'base/kustomization.yaml': 'resources: [b.yaml]', 'base/b.yaml': base, 'dev/kustomization.yaml': overlay('dev'), 'prod/kustomization.yaml': overlay('prod'), 'prod/own.yaml': prod };
  const { findings } = judgeFiles(Object.entries(files).map(([name, text]) => new SourceFile(name, text)), { checks: [knowing] });
  expect(findings.map(({ object, message }) => `${originOf(object)}: ${message}`)).toEqual(['Car dev/b: dev/b,prod/a', 'Car prod/b: dev/b,prod/a', 'Car prod/a: dev/b,prod/a']);
});

test('a namespace that a base brings is that of each overlay', () => {
  const namespaces = defineCheck({
    rules: [rival],
    kinds: ['Car'],
    * judge({ namespace }, { set }): Iterable<Problem> {
      yield { rule: rival, path: [], message: `in ${namespace} with ${set.of('Namespace').map(({ name }) => name).join()}` };
    },
  });
  const files = {
    'base/kustomization.yaml': 'resources: [all.yaml]',
    'base/all.yaml': `{apiVersion: v1, kind: Namespace, metadata: {name: shop}}\n---\n${base}`,
    'dev/kustomization.yaml': 'namespace: dev\nresources: [../base]',
    'prod/kustomization.yaml': 'namespace: prod\nresources: [../base]',
  };
  const { findings } = judgeFiles(Object.entries(files).map(([name, text]) => new SourceFile(name, text)), { checks: [namespaces] });
  expect(findings.map(({ message }) => message)).toEqual(['in dev with dev']);
});

test('the values of an installation are judged once', () => {
  const values = defineCheck({
    rules: [rival],
    kinds: ['HelmValues'],
    * judge(): Iterable<Problem> {
      yield { rule: rival, path: [], message: 'seen' };
    },
  });
  const files = {
    'base/kustomization.yaml': 'resources: [b.yaml]', 'base/b.yaml': base,
    'dev/kustomization.yaml': 'namespace: dev\nresources: [../base]', 'prod/kustomization.yaml': 'namespace: prod\nresources: [../base]',
    'values.yaml': 'meshConfig: {}',
  };
  const { findings } = judgeFiles(Object.entries(files).map(([name, text]) => new SourceFile(name, text)), { checks: [values] });
  expect(findings.map(({ file, message }) => [file, message])).toEqual([['values.yaml', 'seen']]);
});

test('with very many objects that are applied in any case, these are judged among all, once', () => {
  const files = {
    'base/kustomization.yaml': 'resources: [b.yaml]', 'base/b.yaml': base,
    ...Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`o${index}/kustomization.yaml`, `namespace: team-${index}\nresources: [../base]`])),
    'rest.yaml': Array.from({ length: 200 }, (_, index) => car(`c${index}`, `color: ${index === 7 ? 'base' : `c${index}`}`)).join('\n---\n'),
  };
  const { findings } = judgeFiles(Object.entries(files).map(([name, text]) => new SourceFile(name, text)), { checks: [rivals] });
  expect(findings.map(({ file, object, message }) => `${file} ${originOf(object)}: ${message.slice(0, 20)}`)).toEqual([
    'base/b.yaml Car team-0/b: shop/c7 has it too', 'rest.yaml Car shop/c7: team-0/b,team-1/b,te',
  ]);
});

test.each([
  ['a base that is not in the input', 'namespace: dev\nresources: [b.yaml, ../gone]', true],
  ['a chart, in any namespace', 'resources: [b.yaml]\nhelmCharts: [{name: a}]', true],
  ['a base elsewhere, in another namespace', 'resources: [b.yaml, other]', false],
  ['nothing else', 'namespace: dev\nresources: [b.yaml]', false],
])('a namespace may have more than is read by %s', (_, text, expected) => {
  const asking = defineCheck({
    rules: [rival],
    * judge(__, { set }): Iterable<Problem> {
      yield { rule: rival, path: [], message: String(isPartlyRead(set, 'dev')) };
    },
  });
  const files = { 'kustomization.yaml': text, 'b.yaml': base, 'other/kustomization.yaml': 'namespace: other\nresources: ["https://example.com/base"]' };
  const { findings } = judgeFiles(Object.entries(files).map(([name, content]) => new SourceFile(name, content)), { checks: [asking] });
  expect(findings.map(({ message }) => message)).toEqual([String(expected)]);
});

test('what a kustomization makes itself is known, in the namespace that it gets', () => {
  const asking = defineCheck({
    rules: [rival],
    * judge(_, { set }): Iterable<Problem> {
      const names = ['dev/a', 'dev/x-a', 'shop/a', 'own/b', 'dev/b'];
      const known = names.filter(name => set.knows('Secret', ...split(name)));
      yield { rule: rival, path: [], message: `${known.join()} and ${names.filter(name => set.makesHashed('ConfigMap', ...split(name))).join()}` };
    },
  });
  const files = {
    'kustomization.yaml': 'resources: [base, b.yaml]\nsecretGenerator: [{name: b, namespace: own, options: {disableNameSuffixHash: true}}]', 'b.yaml': base,
    'base/kustomization.yaml': 'namespace: dev\nnamePrefix: x-\nconfigMapGenerator: [{name: a}, {namespace: dev}]',
  };
  const { findings } = judgeFiles(Object.entries(files).map(([name, text]) => new SourceFile(name, text)), { checks: [asking] });
  expect(findings.map(({ message }) => message)).toEqual(['own/b and dev/a,dev/x-a']);
});

test('names are known with what kustomizations put around them, too', () => {
  const files = {
    'kustomization.yaml': 'namePrefix: dev-\nresources: [b.yaml]',
    'b.yaml': `${base}\n---\n${car('a', 'color: red, wants: [shop/dev-b, shop/b, shop/prod-b]')}`,
  };
  const { findings } = judgeFiles(Object.entries(files).map(([name, text]) => new SourceFile(name, text)), { checks: [rivals] });
  expect(findings.map(({ message }) => message)).toEqual(['there is no shop/prod-b']);
});
