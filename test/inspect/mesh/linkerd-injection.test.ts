import { hasLinkerdProxy } from '../../../lib/inspect/mesh/linkerd-injection';
import { workloadsIn } from '../../../lib/inspect/mesh/workloads';
import { documents, flowObject } from '../../support/flow-objects';
import { objectSet } from '../../support/object-set';

const namespace = '{apiVersion: v1, kind: Namespace, metadata: {name: shop, annotations: {linkerd.io/inject: enabled}}}';
const pod = (annotations: string): string => flowObject('v1', 'Pod', ['shop/a', ''], `annotations: {${annotations}}`);

test.each([
  ['linkerd.io/inject: enabled', '', true],
  ['linkerd.io/inject: ingress', '', true],
  ['', '', false],
  ['', namespace, true],
  ['linkerd.io/inject: disabled', namespace, false],
])('pods with %j beside %j: %s', (annotations, other, expected) => {
  const set = objectSet(documents(pod(annotations), other));
  expect(hasLinkerdProxy(set, workloadsIn(set, 'shop')[0])).toBe(expected);
});
