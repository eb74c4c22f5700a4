import { Chart } from 'cdk8s';
import { Caller, DataPlaneMode, Istio, Match, MeshApp, MeshService, PathMatch, Waypoint } from '../../../../lib';
import { problemsOf, serviceIn } from '../../../support/guarded-chart';

function world(mode?: DataPlaneMode) {
  const app = new MeshApp();
  const [shop, books] = ['shop', 'books'].map(namespace => new Chart(app, namespace, { namespace }));
  Istio.mesh({ mode }).applyTo(shop);
  Istio.mesh({ mode: DataPlaneMode.AMBIENT }).applyTo(books);
  return { shop, books, db: serviceIn(books, 'db') };
}

function calledBy({ shop, db }: ReturnType<typeof world>): MeshService {
  const web = serviceIn(shop, 'web');
  web.calls(db);
  return web;
}

const PROBLEM = 'shop/web: calls "books/db", which accepts only traffic through its waypoint, and the sidecars of the caller bypass that, so it is always refused. Run the caller in a chart of the same mesh, or leave the service out of the waypoint.';

describe('a caller with a sidecar', () => {
  test('[F144] does not reach a service behind a waypoint, whichever is said first', () => {
    const [first, second] = [world(), world()];
    new Waypoint(first.books, 'waypoint', { services: [first.db] });
    calledBy(first);
    calledBy(second);
    new Waypoint(second.books, 'waypoint', { services: [second.db] });

    expect([first, second].map(({ shop }) => problemsOf(shop))).toEqual([[PROBLEM], [PROBLEM]]);
  });

  test('reaches one without a waypoint', () => {
    const made = world();
    calledBy(made);

    expect(problemsOf(made.shop)).toEqual([]);
  });
});

test('a caller without one reaches a service behind a waypoint', () => {
  const made = world(DataPlaneMode.AMBIENT);
  new Waypoint(made.books, 'waypoint', { services: [made.db] });
  calledBy(made);

  expect(problemsOf(made.shop)).toEqual([]);
});

describe('a service behind a waypoint', () => {
  const admitted = 'books/db, allowFrom: lets in "shop/web" here, which accepts only traffic through its waypoint, and the sidecars of that caller bypass it, so it is always refused. Run "shop/web" in a chart of the same mesh, or leave the service out of the waypoint.';
  const sent = 'shop/web: forwards requests to "books/db", which accepts only traffic through its waypoint, and the sidecars of its callers bypass that, so these are always refused. Run "shop/web" in a chart of the same mesh, or leave the service out of the waypoint.';

  test.each<[string, (web: MeshService, db: MeshService) => void, string]>([
    ['lets in who has a sidecar', (web, db) => db.access.allowFrom(web), admitted],
    ['gets what a service with sidecars sends on', (web, db) => web.traffic.route('db', Match.path(PathMatch.below('/db')), db), sent],
    ['gets all of it', (web, db) => web.traffic.sendTo(db), sent],
  ])('%s: an error', (_, say, problem) => {
    const made = world();
    const web = serviceIn(made.shop, 'web');
    say(web, made.db);
    expect(problemsOf(made.shop).filter(found => found.includes('waypoint'))).toEqual([]);
    new Waypoint(made.books, 'waypoint', { services: [made.db] });
    expect(problemsOf(made.shop).filter(found => found.includes('its waypoint'))).toEqual([problem]);
  });

  test('lets in namespaces, and services of the same mesh', () => {
    const [made, ambient] = [world(), world(DataPlaneMode.AMBIENT)];
    made.db.access.allowFrom(Caller.namespaces('shop'));
    ambient.db.access.allowFrom(serviceIn(ambient.shop, 'web'));
    [made, ambient].forEach(({ books, db }) => new Waypoint(books, 'waypoint', { services: [db] }));
    expect([made, ambient].map(({ shop }) => problemsOf(shop))).toEqual([[], []]);
  });
});
