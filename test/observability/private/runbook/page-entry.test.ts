import { Grafana, GrafanaDataSource, Kiali, Prometheus, Runbook, ServerAddress } from '../../../../lib';
import { stackChart } from '../../../support/stack-chart';

test('[F084] the runbook opens the pages of each server, with its real names', () => {
  const chart = stackChart();
  const prometheus = ServerAddress.ofService(new Prometheus(chart, 'prometheus').service);
  new Grafana(chart, 'grafana', { dataSources: [GrafanaDataSource.prometheus(prometheus)], serviceName: 'dashboards' });
  new Kiali(chart, 'kiali', { prometheus });
  const [, pages] = Runbook.of(chart).markdown.split('## Pages\n\n');
  expect(pages.split('\n\n## ')[0].split('\n').filter(line => line.startsWith('#') || line.startsWith('kubectl'))).toEqual([
    '### observability/prometheus', '# then open http://localhost:9090/', 'kubectl port-forward -n observability service/prometheus 9090:9090',
    '### observability/dashboards', '# then open http://localhost:3000/', 'kubectl port-forward -n observability service/dashboards 3000:3000',
    '### observability/kiali', '# then open http://localhost:20001/kiali', 'kubectl port-forward -n observability service/kiali 20001:20001',
  ]);
});
