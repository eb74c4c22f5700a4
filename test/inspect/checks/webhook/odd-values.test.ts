import { webhookChecks } from '../../../../lib/inspect/checks/webhook/webhook-checks';
import { isObject } from '../../../../lib/inspect/is-object';
import { readInput } from '../../../../lib/inspect/model/input';
import { SourceFile } from '../../../../lib/inspect/model/source-file';
import { judge } from '../../../support/judge';
import { webhookExamples } from './webhook.examples';

/** Values of every type, some of which fit nowhere. */
const ODD_VALUES = [null, [], {}, 7, -0.5, true, 'text', '', [[{ a: 1 }], null], { a: { b: [1] } }];

/** A value with one of the values that it holds replaced, once for each. */
function* spoiled(value: unknown, odd: unknown): Generator<unknown> {
  yield odd;
  for (const [key, child] of isObject(value) || Array.isArray(value) ? Object.entries(value) : []) {
    for (const other of spoiled(child, odd)) {
      const replaced = { ...(value as object), [key]: other };
      yield Array.isArray(value) ? Object.values(replaced) : replaced;
    }
  }
}

const read = Object.values(webhookExamples).map(({ bad }) => readInput([new SourceFile('bad.yaml', bad)]));
const operators = read.flatMap(({ values }) => values).map(({ value }) => ({ apiVersion: 'install.istio.io/v1alpha1', kind: 'IstioOperator', spec: value }));
const specs = [...read.flatMap(({ objects }) => objects).map(({ value }) => value as { readonly spec?: unknown }), ...operators];

test.each(ODD_VALUES)('no check of the webhook fails over %j, wherever it stands', odd => {
  const objects = specs.flatMap(object => [...spoiled(object.spec, odd)].map(spec => ({ ...object, spec })));
  expect(objects.length).toBeGreaterThan(specs.length);
  expect(judge(objects.map(object => JSON.stringify(object)).join('\n---\n'), { checks: webhookChecks }).crashes).toEqual([]);
});

test('each check of a kind of Istio answers to its analyzer, and judges every document', () => {
  for (const { analyzer, kinds = [], everyDocument } of webhookChecks.filter(check => check.kinds?.length === 1)) {
    expect([analyzer, everyDocument]).toEqual([`schema.ValidationAnalyzer.${kinds.join().replace(/^.*\//, '')}`, true]);
  }
});
