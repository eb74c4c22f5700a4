import { COLLECTOR_KIND, CollectorConfig, collectorConfigsIn, collectorConfigsOf, samplesWholeTraces } from './collector-configs';
import type { Field } from './field';
import { ObjectSet, perSet } from './object-set';
import { otlpAddress, serviceResolved } from './otlp-addresses';
import { podsSelectedIn, RunningPod } from './pods';
import { workloadOf } from './workloads';

/** Whether some collector of a set decides of whole traces which it keeps, wherever its spans come from. */
export const hasWholeTraces = perSet((set): boolean => (
  set.of('ConfigMap', COLLECTOR_KIND).some(resource => collectorConfigsIn(set, resource).some(samplesWholeTraces))
));

/**
 * Whether spans that are sent to a host come to a collector that decides of whole traces, at once or through other collectors; undefined
 * where nobody knows, since the set does not show what runs there, or where that sends them.
 *
 * @param host as a pod of `namespace` would write it
 */
export function leadsToWholeTraces(set: ObjectSet, host: string, namespace: string): boolean | undefined {
  return new Search(set).from(host, namespace);
}

class Search {
  private readonly seen = new Set<string>();

  constructor(private readonly set: ObjectSet) {}

  public from(host: string, own: string): boolean | undefined {
    const place = host.includes('.') ? serviceResolved(this.set, host) : { name: host, namespace: own };
    if (place === undefined) {
      // What is neither `name.namespace` nor below `svc` is of the Internet, and does not come back.
      return isNamed(host) ? false : undefined;
    }
    const { name, namespace } = place;
    if (this.seen.has(`${namespace}/${name}`)) {
      return false;
    }
    this.seen.add(`${namespace}/${name}`);
    const [, operatedName = ''] = OF_OPERATOR.exec(name) ?? [];
    const operated = this.set.find(COLLECTOR_KIND, namespace, operatedName);
    return operated === undefined ? this.behindService(namespace, name) : this.through(collectorConfigsIn(this.set, operated), namespace);
  }

  private behindService(namespace: string, name: string): boolean | undefined {
    const selector = this.set.find('Service', namespace, name)?.spec.at('selector').textMap ?? {};
    const pods = Object.keys(selector).length === 0 ? [] : podsSelectedIn(this.set, namespace, selector);
    return oneOf(pods.length === 0 ? [undefined] : pods.map(pod => this.inPod(pod)));
  }

  private inPod({ resource, spec, namespace }: RunningPod): boolean | undefined {
    const configs = resource === undefined ? undefined : collectorConfigsOf(this.set, workloadOf(resource));
    return configs?.length === 0 ? isStore(spec) : this.through(configs ?? [], namespace);
  }

  private through(configs: readonly CollectorConfig[], namespace: string): boolean | undefined {
    if (configs.some(samplesWholeTraces)) {
      return true;
    }
    return configs.length === 0 ? undefined : oneOf(configs.flatMap(({ config }) => this.onwards(config, namespace)));
  }

  /** Where a collector sends spans. */
  private onwards(config: Field, namespace: string): Array<boolean | undefined> {
    const pipelines = config.at('service', 'pipelines').entries().filter(([name]) => typeOf(name) === 'traces');
    const names = new Set(pipelines.flatMap(([, pipeline]) => pipeline.at('exporters').texts));
    const sending = [...names].filter(name => !config.at('connectors', name).isSet && !ENDS.has(typeOf(name)));
    return sending.flatMap(name => {
      const hosts = hostsOf(config.at('exporters', name));
      return hosts.length === 0 ? [undefined] : hosts.map(host => (host === undefined ? undefined : this.from(host, namespace)));
    });
  }
}

/** The Services that the operator of OpenTelemetry makes for a collector. */
const OF_OPERATOR = /^(.+)-collector(?:-headless)?$/;

/** True where one is; false where all are known to be. */
function oneOf(answers: ReadonlyArray<boolean | undefined>): boolean | undefined {
  return answers.includes(true) || (answers.includes(undefined) ? undefined : false);
}

/** Exporters that send nothing on. */
const ENDS = new Set(['debug', 'logging', 'nop', 'file']);

/** The hosts that an exporter names; undefined for one that is known only in the cluster. */
function hostsOf(exporter: Field): Array<string | undefined> {
  const resolver = exporter.at('resolver');
  const texts = [
    ...['endpoint', 'traces_endpoint'].map(key => exporter.at(key).text),
    resolver.at('dns', 'hostname').text,
    resolver.at('k8s', 'service').text,
    ...resolver.at('static', 'hostnames').texts,
  ].filter(text => text !== undefined);
  return texts.map(text => (text.includes('${') ? undefined : otlpAddress(text)?.host));
}

/** Whether a host is a name of the Internet, and no address. */
function isNamed(host: string): boolean {
  return /\.[a-z]{2,}\.?$/i.test(host);
}

/** Whether a pod keeps what it gets, and sends it nowhere; undefined where nobody knows what it is. */
function isStore(spec: Field): false | undefined {
  return spec.at('containers').items().some(container => STORE.test(container.at('image').text ?? '')) ? false : undefined;
}

const STORE = /(?:^|\/)(?:jaegertracing\/(?:all-in-one|jaeger-collector)|openzipkin\/zipkin(?:-slim)?|grafana\/tempo|apache\/skywalking-oap-server)(?::|@|$)/;

function typeOf(name: string): string {
  return name.split('/', 1)[0];
}
