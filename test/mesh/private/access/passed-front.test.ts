import { Chart } from 'cdk8s';
import { DataPlaneMode, Istio, MeshApp, MeshService, Waypoint } from '../../../../lib';
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

const PROBLEM = 'shop/web: calls "books/db", which takes nothing but what comes through its waypoint, and the proxies beside the pods of the caller pass that by, so that it is always refused. Run the caller in a chart of the same mesh, or leave the service out of the waypoint.';

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
