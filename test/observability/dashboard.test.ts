import {
  CollectorQueries, ControlPlaneQueries, Dashboard, DashboardProps, DashboardVariable, IstioQueries, MeshQuery, MetricGrouping, MetricScope,
  MetricUnit, ObservedSide, Percent, ProxyQueries, QueryOptions, ServiceObjective, Signal,
} from '../../lib';
import { seriesSelectors } from '../../lib/inspect/promql/selectors';
import { grafanaTest, schemaErrors } from '../support/grafana-schema';
import { promtoolSays, promtoolTest } from '../support/promtool';
import { resultsDiffer } from '../support/query-results';
import { shopChart, webIn } from '../support/shop-chart';

const likeGrafana = grafanaTest();
const runs = promtoolTest();
const dashboards = Dashboard.standard().map(dashboard => ({ title: dashboard.title, dashboard, model: JSON.parse(dashboard.json) }));

function panelsOf(model: any): any[] {
  return model.panels.filter(({ type }: any) => type !== 'row');
}

test('[F083] there are Mesh, Service, Workload, Performance, Control Plane and Canary, each at an address that stays', () => {
  expect(dashboards.map(({ dashboard: { title, uid } }) => [title, uid])).toEqual([
    ['Mesh', 'cdk8s-mesh-mesh'], ['Mesh: Service', 'cdk8s-mesh-service'], ['Mesh: Workload', 'cdk8s-mesh-workload'],
    ['Mesh: Performance', 'cdk8s-mesh-performance'], ['Mesh: Control Plane', 'cdk8s-mesh-control-plane'], ['Mesh: Canary', 'cdk8s-mesh-canary'],
  ]);
  expect(Dashboard.standard().map(({ json }) => json)).toEqual(dashboards.map(({ dashboard: { json } }) => json));
});

/** All that can be asked, by all that dashboards may speak of, each with its unit. */
const CATALOGUE = new Set(catalogue().map(({ text, unit }) => `${unit} ${text}`));

type Made = (options: QueryOptions) => MeshQuery;

function catalogue(): MeshQuery[] {
  const { NAMESPACE, SERVICE, WORKLOAD } = DashboardVariable;
  const whole = { scope: MetricScope.chosen() };
  const scopes = [[], [NAMESPACE], [NAMESPACE, SERVICE], [NAMESPACE, WORKLOAD]].map(variables => MetricScope.chosen(variables));
  const groups = [undefined, ...Object.values(MetricGrouping)];
  const options = [...scopes, MetricScope.callsOfChosen([NAMESPACE, WORKLOAD])].flatMap(scope => groups.flatMap(group => (
    [undefined, ObservedSide.CLIENT].map(side => ({ scope, side, waypoints: true, ...group === undefined ? {} : { groupBy: [group] } }))
  )));
  return [
    ...allOf(IstioQueries, ['latency', '_slow']).flatMap(make => options.flatMap(said => madeOf(make, said))),
    ...allOf(ProxyQueries).flatMap(make => scopes.flatMap(scope => madeOf(make, { scope }))),
    ...allOf(ControlPlaneQueries).map(make => make(whole)),
    ...(['refused', 'failed', 'dropped'] as const).flatMap(name => Object.values(Signal).map(signal => CollectorQueries[name](signal, whole))),
    CollectorQueries.queueUse(),
  ];
}

/** The questions of a class that take options alone. */
function allOf(queries: object, others: readonly string[] = []): readonly Made[] {
  return Object.entries(Object.getOwnPropertyDescriptors(queries)).flatMap(([name, { value }]) => (typeof value === 'function' && !others.includes(name) ? [value as Made] : []));
}

/** What cannot be asked of a scope is not in the catalogue. */
function madeOf(make: Made, options: QueryOptions): MeshQuery[] {
  try {
    return [make(options)];
  } catch {
    return [];
  }
}

describe.each(dashboards)('$title', ({ dashboard, model }) => {
  likeGrafana('is what Grafana reads', () => {
    expect(schemaErrors({ ...model, panels: [], templating: {} }, 'Dashboard')).toEqual([]);
    expect(panelsOf(model).flatMap((panel, index) => schemaErrors(panel, 'Panel').map(error => `${index}: ${error}`))).toEqual([]);
    expect(model.panels.filter(({ type }: any) => type === 'row').flatMap((row: any) => schemaErrors(row, 'RowPanel'))).toEqual([]);
    expect(model.templating.list.flatMap((variable: any) => schemaErrors(variable, 'VariableModel'))).toEqual([]);
  }, 60_000);

  test('shows queries of the catalogue, each with its unit', () => {
    const panels = panelsOf(model);
    const asked = panels.flatMap(({ targets, fieldConfig: { defaults: { unit } } }) => targets.map(({ expr }: any) => `${unit} ${expr}`));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter(query => !CATALOGUE.has(query))).toEqual([]);
    expect(panels.filter(({ fieldConfig: { defaults: { unit } } }) => !(Object.values(MetricUnit) as string[]).includes(unit))).toEqual([]);
    expect(new Set(model.panels.map(({ id }: any) => id)).size).toBe(model.panels.length);
  });

  test('puts nothing on top of something else, nor beyond the edge', () => {
    const cells = model.panels.flatMap(({ gridPos: { x, y, w, h } }: any) => Array.from({ length: w * h }, (_, index) => `${x + index % w},${y + Math.floor(index / w)}`));
    expect(new Set(cells).size).toBe(cells.length);
    expect(model.panels.filter(({ gridPos: { x, w } }: any) => x + w > 24)).toEqual([]);
  });

  test('uses each variable that it offers, and no other', () => {
    const offered = model.templating.list.map(({ name }: any) => name);
    const said = JSON.stringify([model.panels, model.templating.list.map(({ query, datasource }: any) => [query, datasource])]);
    const used = [...said.matchAll(/\$\{?(\w+)/g)].map(([, name]) => name).filter(name => name !== '__rate_interval');
    expect([...new Set(used)].sort()).toEqual([...offered].sort());
  });

  runs('asks what a Prometheus understands', () => {
    const text = (expr: string): string => expr.replace(/\$__rate_interval/g, '5m').replace(/\$\{?(namespace|service|workload)\}?/g, '.+');
    const rules = dashboard._queries.map((expr, index) => ({ record: `q:${index}`, expr: text(expr) }));
    expect(promtoolSays(['check', 'rules', '--lint=none', 'rules.yaml'], { 'rules.yaml': JSON.stringify({ groups: [{ name: 'all', rules }] }) })).toBe('');
  });

  test('asks one side alone, wherever both count', () => {
    const doubled = dashboard._queries.flatMap(query => seriesSelectors(query)).filter(({ metric, matchers }) => metric.startsWith('istio_') && !matchers.some(({ label }) => label === 'reporter'));
    expect(doubled).toEqual([]);
  });
});

test('a reader chooses a service among those of the namespace, or all', () => {
  const { templating: { list: [source, namespace, service] } } = dashboards[1].model;
  expect([source.type, source.query]).toEqual(['datasource', 'prometheus']);
  expect([namespace, service].map(({ query, includeAll, allValue, refresh }) => [query.query, includeAll, allValue, refresh])).toEqual([
    [`label_values({${SEEN}}, destination_service_namespace)`, true, '.+', 2],
    [`label_values({${SEEN},destination_service_namespace=~"$namespace"}, destination_service)`, true, '.+', 2],
  ]);
});

const SEEN = '__name__=~"istio_requests_total|istio_tcp_connections_opened_total"';

/** What is chosen among: the values of a label of the series that the query of a variable selects. */
function choices(index: number, variable: string): { readonly text: string } {
  const { query: { query } } = dashboards[index].model.templating.list.find(({ name }: any) => name === variable);
  const [, selector, label] = /^label_values\((?:(.+),\s*)?([a-zA-Z_$][a-zA-Z0-9_]*)\)\s*$/.exec(query)!;
  return { text: `count(${selector.replace('$namespace', 'shop')}) by (${label})` };
}

runs('a database and a host outside can be chosen as well: the one has connections alone, and of the other only callers know', () => {
  const series = (name: string, reporter: string, service: string, workload: string): string => (
    `${name}{reporter="${reporter}",destination_service="${service}",destination_service_namespace="shop",destination_workload="${workload}",destination_workload_namespace="shop"}`
  );
  const world = Object.fromEntries([
    series('istio_requests_total', 'destination', 'web.shop.svc.cluster.local', 'web-v1'),
    series('istio_requests_total', 'source', 'web.shop.svc.cluster.local', 'web-v1'),
    series('istio_tcp_connections_opened_total', 'destination', 'redis.shop.svc.cluster.local', 'redis-v1'),
    series('istio_requests_total', 'source', 'api.stripe.com', 'unknown'),
  ].map(name => [name, '0+1x60']));
  expect(resultsDiffer(world, [
    [choices(1, 'service'), {
      '{destination_service="web.shop.svc.cluster.local"}': 2, '{destination_service="redis.shop.svc.cluster.local"}': 1, '{destination_service="api.stripe.com"}': 1,
    }],
    [choices(2, 'workload'), { '{destination_workload="web-v1"}': 1, '{destination_workload="redis-v1"}': 1 }],
  ])).toBe('');
});

test('what may be below zero is shown there', () => {
  const { budgetLeft } = ServiceObjective.availability(webIn(shopChart()), { objective: Percent.of(99.9) });
  const panels = [{ title: 'Left', queries: [budgetLeft] }, { title: 'Success', queries: [IstioQueries.successRate()] }];
  const shown = panelsOf(JSON.parse(Dashboard.of('Shop', { description: 'What is left', rows: [{ title: 'Now', panels }] }).json));
  expect(shown.map(({ fieldConfig: { defaults: { min, max } } }) => [min, max])).toEqual([[undefined, 100], [0, 100]]);
});

describe('one\'s own', () => {
  const panel = { title: 'Requests', queries: [IstioQueries.requestRate({ scope: MetricScope.chosen([DashboardVariable.NAMESPACE]) })] };
  const props: DashboardProps = { description: 'What we watch', rows: [{ title: 'Now', panels: [panel] }], variables: [DashboardVariable.NAMESPACE] };

  test('shows what it is told', () => {
    const { title, panels, templating: { list } } = JSON.parse(Dashboard.of('Our Shop', props).json);
    expect([title, panels[1].targets[0].expr, panels[1].fieldConfig.defaults.unit, list.map(({ name }: any) => name)]).toEqual([
      'Our Shop', 'sum(rate(istio_requests_total{reporter="destination",destination_service_namespace=~"$namespace"}[$__rate_interval]))', 'reqps', ['datasource', 'namespace'],
    ]);
  });

  test.each<[string, string, Partial<DashboardProps>, string]>([
    ['no title', '', {}, 'Dashboard.of(""): this is not a valid dashboard title. Use one line of at most 100 characters, without surrounding spaces.'],
    ['a title with spaces around it', ' Shop', {}, 'Dashboard.of(" Shop"): this is not a valid dashboard title.'],
    ['a title of two lines', 'Our\nshop', {}, 'this is not a valid dashboard title.'],
    ['a title that is too long', 'S'.repeat(101), {}, 'this is not a valid dashboard title.'],
    ['a row without a title', 'Shop', { rows: [{ title: ' ', panels: [panel] }] }, 'Dashboard.of("Shop"): a row has an empty title. Describe what it shows.'],
    ['a panel without a title', 'Shop', { rows: [{ title: 'Now', panels: [{ ...panel, title: '' }] }] }, 'Dashboard.of("Shop"): a panel has an empty title. Describe what it shows.'],
    ['no row', 'Shop', { rows: [] }, 'Dashboard.of("Shop"): it has no row. Add rows with at least one panel.'],
    ['a row without a panel', 'Shop', { rows: [{ title: 'Now', panels: [] }] }, 'Dashboard.of("Shop"): a row has no panel. Add rows with at least one panel.'],
    ['a panel without a query', 'Shop', { rows: [{ title: 'Now', panels: [{ title: 'No', queries: [] }] }] }, 'Dashboard.of("Shop"), panel "No": it has no query. Create one panel for each unit, with at least one query.'],
    ['two units', 'Shop', { rows: [{ title: 'Now', panels: [{ title: 'Both', queries: [ProxyQueries.cpu(), ProxyQueries.memory()] }] }] }, 'Dashboard.of("Shop"), panel "Both": its queries have several units: none, bytes. Create one panel for each unit, with at least one query.'],
    ['what nobody chooses', 'Shop', { variables: [] }, 'Dashboard.of("Shop"), panel "Requests": the query uses "namespace", which is not a variable of the dashboard. Add it to the variables of the dashboard.'],
  ])('%s: an error', (_, title, more, message) => {
    expect(() => Dashboard.of(title, { ...props, ...more })).toThrow(message);
  });
});

test.each([
  ['Our Shop', 'our-shop'],
  ['Shop (EU)', 'shop-eu'],
  ['Kasse & Löhne: 2/2', 'kasse-l-hne-2-2'],
])('the title "%s" gives the address %s', (title, slug) => {
  expect(Dashboard.of(title, shownIn('Now')).uid).toBe(`cdk8s-mesh-${slug}`);
});

test('a title that is long, or of no letters that an address can have, gives one that Grafana takes, and no other title', () => {
  const titles = ['What the whole shop of Europe sells in a day', 'What the whole shop of Europe sells in a week', '店', 'Shop '.repeat(19).trim()];
  const uids = titles.map(title => Dashboard.of(title, shownIn('Now')).uid);
  expect(new Set(uids).size).toBe(titles.length);
  expect(uids.filter(uid => uid.length > 40 || !/^cdk8s-mesh(-[a-z0-9]+)+$/.test(uid))).toEqual([]);
});

function shownIn(title: string): DashboardProps {
  return { description: 'What we watch', rows: [{ title, panels: [{ title: 'Success', queries: [IstioQueries.successRate()] }] }] };
}
