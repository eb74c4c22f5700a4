import { App, Chart, Duration } from 'cdk8s';
import { GatewayTls, HttpMethod, IngressGateway, Istio, Match, MeshService, PathMatch, Weight } from '../lib';

/** How far from a service those are that it calls: of its own team, and of others. */
const CALLED = [1, 2, 11, 23];

/** Services of two versions, ten to a chart, of which is said what one usually says, each exposed by one gateway, and calling four others. */
export function fillWithIntent<T extends App>(app: T, services: number): T {
  Istio.mesh().applyTo(app);
  const hostnames = ['shop.example.com'];
  const edge = new IngressGateway(new Chart(app, 'edge', { namespace: 'istio-ingress' }), 'edge', { hostnames, tls: GatewayTls.secret('shop') });
  const all: MeshService[] = [];
  for (let index = 0; index < services; index += 10) {
    const chart = new Chart(app, `team-${index / 10}`, { namespace: `team-${index / 10}` });
    const team = Array.from({ length: Math.min(10, services - index) }, (_, number) => addService(chart, `svc-${index + number}`));
    team.forEach(service => service.exposeVia(edge, { hostname: hostnames[0], path: PathMatch.below(`/${service.serviceName}`) }));
    all.push(...team);
  }
  all.forEach((service, index) => CALLED.forEach(distance => service.calls(all[(index + distance) % all.length], { methods: [HttpMethod.GET] })));
  return app;
}

function addService(chart: Chart, name: string): MeshService {
  const image = `registry.example.com/${name}`;
  const service = new MeshService(chart, name, { image: `${image}:1.0`, port: 8080 });
  const canary = service.addVersion('v2', { image: `${image}:2.0` });
  service.traffic.split({ stable: service.version('v1'), canary, weight: Weight.percent(10) });
  service.traffic.route('testers', Match.header('x-canary', 'true'), canary);
  service.traffic.timeout(Duration.seconds(10));
  service.traffic.retry({ attempts: 3, perTryTimeout: Duration.seconds(2) });
  service.traffic.limitConnections();
  service.traffic.ejectOutliers();
  return service;
}
