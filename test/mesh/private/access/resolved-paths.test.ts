import { Access, Caller, DataPlaneMode, Istio, PathMatch, PathNormalization } from '../../../../lib';
import { answerIn, targetOf } from '../../../support/access-scene';
import { objectsIn } from '../../../support/edge-chart';
import { guardedChart, problemsOf, serviceIn } from '../../../support/guarded-chart';

const WEAK = [PathNormalization.NONE, PathNormalization.BASE, PathNormalization.MERGE_SLASHES];
const PUBLIC = { paths: [PathMatch.exact('/index.html'), PathMatch.below('/public')] };

function problem(place: string, path: string, escaped: string): Error {
  return new Error(
    `shop/${place}: a path that begins with "${path}" may lead to any page, as "${escaped}" does for many servers, and the mesh compares paths without normalizing them. Set pathNormalization: PathNormalization.DECODE_AND_MERGE_SLASHES in Istio.mesh, or use PathMatch.exact for each path.`,
  );
}

function accessIn(pathNormalization?: PathNormalization): Access {
  return serviceIn(guardedChart(Istio.mesh({ pathNormalization })), 'orders').access;
}

describe.each(WEAK)('with %s, a path that begins like others', normalization => {
  test('is not let in', () => {
    expect(() => accessIn(normalization).allowFrom(Caller.anyone(), PUBLIC)).toThrow(problem('orders, allowFrom', '/public', '/public/..%5Cadmin'));
    expect(() => accessIn(normalization).allowFrom(Caller.anyone(), { paths: [PathMatch.prefix('/public/')] })).toThrow(
      problem('orders, allowFrom', '/public/', '/public/..%5Cadmin'),
    );
  });

  test('is not called', () => {
    const chart = guardedChart(Istio.mesh({ pathNormalization: normalization }));
    const [web, orders] = ['web', 'orders'].map(name => serviceIn(chart, name));
    expect(() => web.calls(orders, PUBLIC)).toThrow(problem('web, calls("shop/orders")', '/public', '/public/..%5Cadmin'));
  });

  test.each<[string, (access: Access) => void]>([
    ['noted', access => access.auditFrom(Caller.anyone(), PUBLIC)],
    ['every path', access => access.allowFrom(Caller.anyone(), { paths: [PathMatch.below('/')] })],
    ['exact', access => access.allowFrom(Caller.anyone(), { paths: [PathMatch.exact('/public')] })],
  ])('may be: %s', (_, say) => {
    expect(() => say(accessIn(normalization))).not.toThrow();
  });
});

test('in ambient mode, it is the same', () => {
  const mesh = Istio.mesh({ mode: DataPlaneMode.AMBIENT, pathNormalization: PathNormalization.BASE });
  expect(() => serviceIn(guardedChart(mesh), 'orders').access.allowFrom(Caller.anyone(), PUBLIC)).toThrow(problem('orders, allowFrom', '/public', '/public/..%5Cadmin'));
});

describe('where the mesh reads paths as servers do, what is below a path is let in', () => {
  const chart = guardedChart();
  serviceIn(chart, 'orders').access.allowFrom(Caller.anyone(), PUBLIC);
  const objects = objectsIn(chart);

  test.each([
    ['/public/logo.png', 'allowed', 'allowed'], ['/public', 'allowed', 'allowed'], ['/public/%2E%2E/admin', 403, 403], ['/public/..\\admin', 403, 403],
    // What the error of weaker meshes is about.
    ['/public/..%5Cadmin', 403, 'allowed'], ['/public%5C..%5Cadmin', 403, 403], ['/public/%5C..%5C..%5Cadmin', 403, 'allowed'],
    // To the service, it is `/public/admin`.
    ['/public/%5C..%5Cadmin', 'allowed', 'allowed'], ['/public%2F..%2Fadmin', 403, 403], ['/public/..%2Fadmin', 403, 'allowed'], ['/public//../../admin', 403, 403],
    ['/public/%2f..%2f../admin', 403, 'allowed'], ['//public/logo.png', 'allowed', 403], ['/admin', 403, 403],
  ])('%s: %s, and by itself Istio would answer %s', (path, answer, usual) => {
    const target = targetOf('service');
    const request = { peer: 'cluster.local/ns/shop/sa/web', path };
    expect([answerIn(objects, target, request), answerIn(objects, { ...target, decodesPaths: false }, request)]).toEqual([answer, usual]);
  });

  test('and nothing is wrong', () => {
    expect(problemsOf(chart)).toEqual([]);
  });
});
