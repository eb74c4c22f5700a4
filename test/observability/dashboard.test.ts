import { Dashboard, DashboardProps, DashboardVariable, IstioQueries, MetricScope, MetricUnit, ProxyQueries } from '../../lib';
import { seriesSelectors } from '../../lib/inspect/promql/selectors';
import { grafanaTest, schemaErrors } from '../support/grafana-schema';
import { promtoolSays, promtoolTest } from '../support/promtool';

const likeGrafana = grafanaTest();
const runs = promtoolTest();
const dashboards = Dashboard.standard().map(dashboard => ({ title: dashboard.title, dashboard, model: JSON.parse(dashboard.json) }));

function panelsOf(model: any): any[] {
  return model.panels.filter(({ type }: any) => type !== 'row');
}

test('[F083] there are Mesh, Service, Workload, Performance, Control Plane and Canary, each at an address that stays', () => {
  expect(dashboards.map(({ dashboard: { title, uid } }) => [title, uid])).toEqual([
    ['Mesh', 'cdk8s-mesh-mesh'], ['Service', 'cdk8s-mesh-service'], ['Workload', 'cdk8s-mesh-workload'],
    ['Performance', 'cdk8s-mesh-performance'], ['Control Plane', 'cdk8s-mesh-control-plane'], ['Canary', 'cdk8s-mesh-canary'],
  ]);
  expect(Dashboard.standard().map(({ json }) => json)).toEqual(dashboards.map(({ dashboard: { json } }) => json));
});

describe.each(dashboards)('$title', ({ dashboard, model }) => {
  likeGrafana('is what Grafana reads', () => {
    expect(schemaErrors({ ...model, panels: [], templating: {} }, 'Dashboard')).toEqual([]);
    expect(panelsOf(model).flatMap((panel, index) => schemaErrors(panel, 'Panel').map(error => `${index}: ${error}`))).toEqual([]);
    expect(model.panels.filter(({ type }: any) => type === 'row').flatMap((row: any) => schemaErrors(row, 'RowPanel'))).toEqual([]);
    expect(model.templating.list.flatMap((variable: any) => schemaErrors(variable, 'VariableModel'))).toEqual([]);
  }, 60_000);

  test('shows queries of the catalogue, each with its unit', () => {
    const panels = panelsOf(model);
    expect(panels.flatMap(({ targets }) => targets.map(({ expr }: any) => expr))).toEqual(dashboard._queries);
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
    ['label_values(istio_requests_total{reporter=~"destination|waypoint"}, destination_service_namespace)', true, '.+', 2],
    ['label_values(istio_requests_total{reporter=~"destination|waypoint",destination_service_namespace=~"$namespace"}, destination_service_name)', true, '.+', 2],
  ]);
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
    ['a title that is none', 'our/shop', {}, 'Dashboard.of("our/shop"): can be the title of no dashboard here. Say words of letters and digits, at most 40 characters.'],
    ['no row', 'Shop', { rows: [] }, 'Dashboard.of("Shop"): it has no row. Say rows with at least one panel.'],
    ['a row without a panel', 'Shop', { rows: [{ title: 'Now', panels: [] }] }, 'Dashboard.of("Shop"): a row has no panel. Say rows with at least one panel.'],
    ['a panel without a query', 'Shop', { rows: [{ title: 'Now', panels: [{ title: 'No', queries: [] }] }] }, 'Dashboard.of("Shop"), panel "No": it has no query. Say one panel for each unit, with at least one query.'],
    ['two units', 'Shop', { rows: [{ title: 'Now', panels: [{ title: 'Both', queries: [ProxyQueries.cpu(), ProxyQueries.memory()] }] }] }, 'Dashboard.of("Shop"), panel "Both": its queries have several units: none, bytes. Say one panel for each unit, with at least one query.'],
    ['what nobody chooses', 'Shop', { variables: [] }, 'Dashboard.of("Shop"), panel "Requests": its reader does not choose "namespace", of which the query speaks. Name it among the variables of the dashboard.'],
  ])('%s: an error', (_, title, more, message) => {
    expect(() => Dashboard.of(title, { ...props, ...more })).toThrow(message);
  });
});
