import { overlaps } from '../../../../lib/mesh/private/pods/overlapping-selectors';
import { RunsPods } from '../../../../lib/mesh/private/pods/rendered-pods';

const WEB_V1 = runs('web-v1', { app: 'web', version: 'v1' });

/** A workload that selects by all labels of its pods, or by some. */
function runs(path: string, podLabels: Record<string, string>, matchLabels: Record<string, string> = podLabels): RunsPods {
  return { path, kind: 'Deployment', namespace: 'shop', podLabels, podAnnotations: {}, pod: {}, selector: { matchLabels } };
}

test('[F104] versions, and other apps, are apart', () => {
  expect(overlaps([WEB_V1, runs('web-v2', { app: 'web', version: 'v2' }), runs('orders-v1', { app: 'orders', version: 'v1' })])).toEqual([]);
});

test('[F104] whoever selects by too little selects pods of others', () => {
  expect(overlaps([WEB_V1, runs('old', { app: 'web', tier: 'front' }, { app: 'web' })])).toEqual([
    'old: selects the pods of "web-v1" as well, so an autoscaler, for example, counts them as its own. Select by labels that only its own pods have, such as app and version.',
  ]);
  expect(overlaps([WEB_V1, { ...WEB_V1, path: 'again' }])).toHaveLength(2);
});

test('[F104] namespaces are apart, and nobody selects by nothing', () => {
  expect(overlaps([WEB_V1, { ...runs('old', { app: 'web' }), namespace: 'other' }, { ...WEB_V1, path: 'none', selector: {}, podLabels: {} }])).toEqual([]);
});

test.each([
  ['In', ['web', 'api'], true],
  ['In', ['api'], false],
  ['NotIn', ['api'], true],
  ['NotIn', ['web'], false],
  ['Exists', undefined, true],
  ['DoesNotExist', undefined, false],
])('[F104] expressions count: %s %j', (operator, values, isOverlap) => {
  const other: RunsPods = { ...runs('old', {}), selector: { matchExpressions: [{ key: 'app', operator, values }] } };
  expect(overlaps([WEB_V1, other]).some(problem => problem.includes('"web-v1"'))).toBe(isOverlap);
});

test('[F104] ten thousand versions are compared in no time', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => runs(`web-${index}`, { app: `web-${index}`, version: 'v1' }));
  const begin = performance.now();
  expect(overlaps(many)).toEqual([]);
  expect(performance.now() - begin).toBeLessThan(2000);
});
