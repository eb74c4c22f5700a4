import { marks } from '../../../lib/linkerd/render/marks';

test('[F003] taking part is an annotation, on pods as on namespaces', () => {
  expect([true, false].map(marks)).toStrictEqual([
    { annotations: { 'linkerd.io/inject': 'enabled' }, labels: {} },
    { annotations: { 'linkerd.io/inject': 'disabled' }, labels: {} },
  ]);
});
