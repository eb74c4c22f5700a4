import { Chart, Size } from 'cdk8s';
import {
  ControlPlaneMonitor, Grafana, GrafanaDataSource, Kiali, KialiResource, MeshApp, MeshPlatform, MeshServiceMonitor, OpenTelemetryCollector,
  Prometheus, ServerAddress, SidecarMonitor,
} from '../../lib';
import { found } from '../support/judge';
import { stackChart } from '../support/stack-chart';

let chart: Chart;
beforeEach(() => {
  chart = stackChart();
  const platform = new MeshPlatform(chart.node.root, 'platform');
  platform.addNamespace('observability');
});

function findings(): string[] {
  return found((chart.node.root as MeshApp).synthYaml(), { set: { complete: true } });
}

test('check finds nothing in servers that run by themselves', () => {
  const prometheus = ServerAddress.ofService(new Prometheus(chart, 'prometheus', { storage: Size.gibibytes(50) }).service);
  const grafana = new Grafana(chart, 'grafana', { dataSources: [GrafanaDataSource.prometheus(prometheus)] });
  new Kiali(chart, 'kiali', { prometheus, grafana: ServerAddress.ofService(grafana.service), grafanaUrl: 'https://grafana.example.com' });
  expect(findings()).toEqual([]);
});

test('check finds nothing in monitors, and in what the operator of Kiali is told', () => {
  const { service } = new OpenTelemetryCollector(chart, 'collector');
  [ControlPlaneMonitor, SidecarMonitor].forEach(Monitor => new Monitor(chart, Monitor.name));
  new MeshServiceMonitor(chart, 'monitor', { service, port: 8889, ofOthers: true });
  new KialiResource(chart, 'resource', { prometheus: ServerAddress.url('http://prometheus-operated.monitoring:9090') });
  expect(findings()).toEqual([]);
});
