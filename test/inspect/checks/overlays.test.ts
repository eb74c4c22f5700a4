import { defineCheck, Problem } from '../../../lib/inspect/checks/check';
import type { Rule } from '../../../lib/inspect/checks/rule';
import { originOf } from '../../../lib/inspect/mesh/object-reference';
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
    for (const text of car.root.at('wants').texts.filter(name => set.find('Car', ...split(name)) === undefined)) {
      yield { rule: rival, path: ['wants'], message: `there is no ${text}` };
    }
  },
});

function split(name: string): [string, string] {
  const [namespace, short] = name.split('/');
  return [namespace, short];
}

const car = (name: string, more: string): string => `{kind: Car, metadata: {name: ${name}}, ${more}}`;

/** What is found where `dev` and `prod` share a base, each with a file of its own, and there is one file beside them. */
function found(files: Readonly<Record<'base' | 'dev' | 'prod' | 'rest', string>>): string[] {
  const overlay = (namespace: string): string => `namespace: ${namespace}\nresources: [../base, own.yaml]`;
  const all = {
    'base/kustomization.yaml': 'resources: [car.yaml]', 'base/car.yaml': files.base,
    'dev/kustomization.yaml': overlay('dev'), 'dev/own.yaml': files.dev,
    'prod/kustomization.yaml': overlay('prod'), 'prod/own.yaml': files.prod,
    'rest.yaml': files.rest,
  };
  const { findings } = judgeFiles(Object.entries(all).map(([name, text]) => new SourceFile(name, text)), { checks: [rivals] });
  return findings.map(({ object, message }) => `${originOf(object)}: ${message}`).sort();
}

const [dev, prod, rest] = [car('a', 'color: dev'), car('a', 'color: prod'), car('a', 'color: rest')];

test('the copies of an object are no rivals of each other', () => {
  expect(found({ base: car('b', 'color: red'), dev, prod, rest })).toEqual([]);
});

test('what is of one overlay, or of none, is a rival of them, told once, in the words that hold without the other', () => {
  expect(found({ base: car('b', 'color: red'), dev: car('a', 'color: red'), prod, rest })).toEqual(['Car dev/a: dev/b has it too', 'Car dev/b: dev/a has it too']);
  expect(found({ base: car('b', 'color: red'), dev, prod, rest: car('a', 'color: red') })).toEqual([
    'Car dev/b: shop/a has it too', 'Car shop/a: dev/b,prod/b has it too',
  ]);
});

test('an object finds the copies in all namespaces', () => {
  const wants = (color: string): string => `color: ${color}, wants: [dev/b, prod/b, dev/gone]`;
  expect(found({ base: car('b', 'color: red'), dev: car('a', wants('dev')), prod, rest: car('c', wants('rest')) })).toEqual(['Car dev/a: there is no dev/gone', 'Car shop/c: there is no dev/gone']);
});
