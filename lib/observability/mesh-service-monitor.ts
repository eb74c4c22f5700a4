import { Construct } from 'constructs';
import { ServiceMonitor } from '../../imports/monitoring.coreos.com';
import { DeployedService } from '../mesh/deployed-service';
import { requireGiven } from '../mesh/private/require-given';
import { MonitorProps } from './monitor-props';
import { monitorMetadata } from './private/scraping/monitor-metadata';
import { ofService } from './private/scraping/monitor-relabelings';
import { keep } from './private/scraping/relabeling';
import { refusedScrape, scrapedPort } from './private/scraping/scraped-port';
import { SCRAPED } from './private/scraping/scraped-service';
import { ScrapeOptions } from './scrape-options';

/** Which service is asked for its metrics, and where. */
export interface MeshServiceMonitorProps extends MonitorProps, ScrapeOptions {
  /** The service. */
  readonly service: DeployedService;
}

/**
 * Has the operator of Prometheus ask one service for metrics of its own. Renders a `ServiceMonitor` with the name of the Service, and of its port.
 *
 * Prometheus has no proxy, so its validation refuses a port that takes mutual TLS alone, or where nobody is let in without a proof.
 */
export class MeshServiceMonitor extends Construct {
  /** @throws when the service has no such port, the path or the interval is none, or there is a ServiceMonitor of this name */
  constructor(scope: Construct, id: string, props: MeshServiceMonitorProps) {
    super(scope, id);
    const { path: place } = this.node;
    const service = requireGiven(props.service, SCRAPED, place);
    const scraped = scrapedPort(service, props, place);
    new ServiceMonitor(this, 'Default', {
      metadata: monitorMetadata(this, 'ServiceMonitor', `${service.serviceName}-${scraped.name}`, props.labels),
      spec: {
        namespaceSelector: { matchNames: [service.serviceNamespace] },
        selector: { matchLabels: { app: service.serviceName } },
        endpoints: [{
          port: scraped.name,
          path: scraped.path,
          interval: scraped.interval,
          honorLabels: scraped.ofOthers ? true : undefined,
          // Further Services lead to the same pods: one for their names, one for each version.
          relabelings: [keep('__meta_kubernetes_service_name', service.serviceName)].map(ofService),
        }],
      },
    });
    this.node.addValidation({ validate: () => [refusedScrape(service, scraped, { place })].filter(problem => problem !== undefined) });
  }
}
