import { Duration } from 'cdk8s';
import { DeployedService } from '../../../mesh/deployed-service';
import { Mesh } from '../../../mesh/mesh';
import { MutualTls } from '../../../mesh/mutual-tls';
import { ruleCovers } from '../../../mesh/private/access/rule-covers';
import { requireUrlPath } from '../../../mesh/private/telemetry/sink-parts';
import { ScrapeOptions } from '../../scrape-options';
import { durationText } from './duration-text';

/** Where a service is asked for its metrics, and how often. */
export interface ScrapedPort {
  readonly name: string;
  readonly port: number;
  readonly targetPort: number;
  readonly path: string;
  readonly interval: string;
  /** whether the metrics are of others, who say where they come from */
  readonly ofOthers: boolean;
}

/** @throws when the service has no such port, or the path or the interval is none */
export function scrapedPort(service: DeployedService, { port, path = '/metrics', interval = Duration.seconds(30), ofOthers = false }: ScrapeOptions, place: string): ScrapedPort {
  const { name, port: number, targetPort } = service._portAt(port, place);
  requireUrlPath(path, place);
  return { name, port: number, targetPort, path, interval: durationText(interval, `${place}: interval`), ofOthers };
}

/** Who asks for metrics. */
export interface Asker {
  readonly place: string;
  /** the service that it is; undefined: it takes no part in the mesh */
  readonly asker?: DeployedService;
}

/** Why a Prometheus gets no metrics from a port of a service; undefined: it gets them. For the end, since more may be said until then. */
export function refusedScrape(service: DeployedService, scraped: ScrapedPort, { asker, place }: Asker): string | undefined {
  if (!service.inMesh || service.proxy._passed.includes(scraped.targetPort)) {
    return undefined;
  }
  return asker?.inMesh === true ? strangeScrape(service, scraped, { asker, place }) : plainScrape(service, scraped, place);
}

/** It comes under mutual TLS, with the account of Prometheus. */
function strangeScrape(service: DeployedService, { port, targetPort }: ScrapedPort, { asker, place }: Required<Asker>): string | undefined {
  const { access: { _rules: rules }, node: { path } } = service;
  const asked = { ports: [targetPort] };
  const { trustDomain } = Mesh.of(service);
  const callers = asker._callers().map(({ identity }) => ({ identity: { trustDomain, ...identity! } }));
  const letsIn = rules.allowed().some(rule => callers.some(caller => ruleCovers(rule, { caller, asked })));
  return rules.isGuarded && !letsIn
    ? `${place}: is not let in at port ${port} of ${path}. Call access.allowFrom(prometheus.service, { ports: [${port}] }) on the service.`
    : undefined;
}

function plainScrape(service: DeployedService, { port, targetPort }: ScrapedPort, place: string): string | undefined {
  const { access: { _rules: rules }, node: { path } } = service;
  if (rules.modesAt([targetPort]).includes(MutualTls.STRICT)) {
    return `${place}: port ${port} of ${path} accepts only mutual TLS, which Prometheus does not have, so it would get nothing. Have the proxy serve the metrics, at its port 15020: serveMetrics({ port: ${targetPort} }) of the service; or ${opening(service, port, targetPort)}.`;
  }
  const letsIn = rules.allowed().some(({ caller, asked: { ports, hosts } }) => (
    Object.keys(caller).length === 0 && hosts === undefined && (ports === undefined || ports.includes(targetPort))
  ));
  return rules.isGuarded && !letsIn
    ? `${place}: port ${port} of ${path} lets in only identified callers, which Prometheus is not. Call access.allowFrom(Caller.anyone(), { ports: [${port}] }) on the service.`
    : undefined;
}

/** A proxy would count what it is asked in plain text, of which alerts tell. */
function opening(service: DeployedService, port: number, targetPort: number): string {
  return Mesh.of(service)._provider.passesPorts
    ? `bypass the proxy for the port: proxy.capture({ excludeInboundPorts: [${targetPort}] }) and access.mutualTls(MutualTls.DISABLED, ${port})`
    : `open the port: access.mutualTls(MutualTls.PERMISSIVE, ${port}) and access.allowFrom(Caller.anyone(), { ports: [${port}] })`;
}
