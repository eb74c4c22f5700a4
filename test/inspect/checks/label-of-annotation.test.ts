import { labelOfAnnotation } from '../../../lib/inspect/checks/label-of-annotation';
import { Field } from '../../../lib/inspect/mesh/field';

const metadata = (annotations: Record<string, unknown>, labels: Record<string, unknown> = { team: 'a' }): Field => Field.root({ metadata: { annotations, labels } }).at('metadata');

test('an annotation moves to the labels', () => {
  expect(labelOfAnnotation(metadata({ 'istio.io/use-waypoint': 'main' }), 'istio.io/use-waypoint')).toEqual([
    { kind: 'move', path: ['metadata', 'annotations', 'istio.io/use-waypoint'], into: ['metadata', 'labels'] },
  ]);
});

test.each<[string, string, unknown, boolean, Record<string, unknown>?, Record<string, unknown>?]>([
  ['a mode that there is', 'istio.io/dataplane-mode', 'ambient', true],
  ['injection, beside another label', 'istio-injection', 'enabled', true],
  ['a mode that there is not', 'istio.io/dataplane-mode', 'Ambient', false],
  ['injection that is not heard', 'istio-injection', 'true', false],
  ['no text', 'istio.io/use-waypoint', 5, false],
  ['an empty text', 'istio.io/use-waypoint', '', false],
  ['what no label may be', 'istio.io/use-waypoint', 'shop/main', false],
  ['what no labels are there to take', 'istio.io/use-waypoint', 'main', false, {}],
  ['what a label says already', 'istio.io/use-waypoint', 'main', false, { 'istio.io/use-waypoint': 'other' }],
  ['a mode, beside injection', 'istio.io/dataplane-mode', 'ambient', false, { 'istio-injection': 'enabled' }],
  ['injection, beside a revision in another annotation', 'istio-injection', 'enabled', false, { team: 'a' }, { 'istio.io/rev': 'canary' }],
  ['a waypoint, beside injection', 'istio.io/use-waypoint', 'main', true, { 'istio-injection': 'enabled' }],
])('it is certain or not for %s', (...[, name, value, isCertain, labels, others]) => {
  expect(labelOfAnnotation(metadata({ [name]: value, ...others }, labels), name) !== undefined).toBe(isCertain);
});
