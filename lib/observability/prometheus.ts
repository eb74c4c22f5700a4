import { Duration, Size, Yaml } from 'cdk8s';
import { ContainerResources, Cpu, k8s, Probe } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { DeployedService } from '../mesh/deployed-service';
import { Mesh } from '../mesh/mesh';
import { MeshService, MeshServiceProps } from '../mesh/mesh-service';
import { requireGiven } from '../mesh/private/require-given';
import { MeshRules } from './mesh-rules';
import { mountToken } from './private/pods/account-token';
import { grantInCluster } from './private/pods/cluster-role';
import { mountFiles } from './private/pods/mounted-files';
import { mountScratch } from './private/pods/scratch-volume';
import { podsOf } from './private/pods/service-pods';
import { windowText } from './private/queries/promql';
import { addPageEntry } from './private/runbook/page-entry';
import { carriesAddresses } from './private/scraping/carried';
import { FOLDERS, prometheusArgs } from './private/scraping/prometheus-args';
import { ScrapedService, ScrapeJob, serviceJob, usualJobs } from './private/scraping/scrape-jobs';
import { refusedScrape, scrapedPort } from './private/scraping/scraped-port';
import { SCRAPED } from './private/scraping/scraped-service';
import { ScrapeOptions } from './scrape-options';
import { ServerAddress } from './server-address';

/** A Prometheus, and how it runs. */
export interface PrometheusProps {
  /**
   * The Alertmanager that it tells of alerts.
   *
   * @default - none: alerts are seen on its pages alone
   */
  readonly alertmanager?: ServerAddress;
  /**
   * Whether it asks the kubelets for CPU and memory of containers. Their certificates are not checked: hardly a cluster has them signed.
   *
   * @default true
   */
  readonly containerMetrics?: boolean;
  /**
   * Its image.
   *
   * @default "prom/prometheus:v3.7.3"
   */
  readonly image?: string;
  /**
   * What its container is given, and what it may take.
   *
   * @default - 200m of CPU and 1Gi of memory, at most one CPU and 2Gi
   */
  readonly resources?: ContainerResources;
  /**
   * How long it keeps what it has seen, in whole seconds. What does not fit into 80 percent of its volume goes earlier.
   *
   * @default - 15 days with storage, and else one
   */
  readonly retention?: Duration;
  /**
   * Name of the Service.
   *
   * @default "prometheus"
   */
  readonly serviceName?: string;
  /**
   * How much the volume holds on which it keeps what it has seen.
   *
   * @default - there is none, and all is lost with its pod: 4 gibibytes at most
   */
  readonly storage?: Size;
  /**
   * The class of storage that the volume comes from.
   *
   * @default - the usual one of the cluster
   */
  readonly storageClass?: string;
}

/**
 * A Prometheus that needs no operator: it asks the control plane of Istio, all proxies, pods that say where they serve metrics, the kubelets, and
 * what it is told. It takes no part in the mesh, and asks pods at ports that are open to it. In ambient mode it takes part, since the proxies of
 * nodes carry what it asks: whom it asks has to let it in, and nobody else is let in to it before that is said.
 *
 * Renders a `ConfigMap`, a `ClusterRole` with its binding, and what a `MeshService` renders: a `Deployment`, or with storage a `StatefulSet`.
 */
export class Prometheus extends Construct {
  /** The service that it is, at port 9090. */
  public readonly service: MeshService;

  private readonly ruleFiles = new Map<string, string>();
  private readonly alerting: object;
  private readonly retention: Duration;
  private meshRules?: MeshRules;
  private readonly scraped = new Map<string, ScrapedService>();

  /** @throws when the retention is none, there is nothing for a class of storage to hold, or the Alertmanager would not let it in */
  constructor(scope: Construct, id: string, props: PrometheusProps = {}) {
    super(scope, id);
    const { containerMetrics: containers = true, serviceName = 'prometheus', storage } = props;
    this.retention = props.retention ?? Duration.days(storage === undefined ? 1 : 15);
    const [files, rights] = ['files', 'rights'].map(place => new Construct(this, place));
    this.service = new MeshService(this, 'server', { ...serverProps({ ...props, retention: this.retention }, this.node.path), inMesh: carriesAddresses(this), serviceName });
    this.alerting = props.alertmanager === undefined ? {} : { alerting: { alertmanagers: [alertmanagerAt(this.urlOf(props.alertmanager))] } };
    const pods = podsOf(this.service);
    const usual = usualJobs({ rootNamespace: Mesh.of(this).rootNamespace, containers });
    mountFiles(files, pods, { name: serviceName, folder: FOLDERS.files, files: () => ({ 'prometheus.yml': this.config(usual), ...this.rules() }) });
    if (storage === undefined) {
      mountScratch(new Construct(this, 'scratch'), pods, { name: 'data', folder: FOLDERS.data, limit: SCRATCH });
    }
    grantInCluster(rights, { account: serviceName, rules: [SEES_PODS, ...(containers ? SEES_NODES : [])] });
    mountToken(pods);
    addPageEntry(this.service, { port: PORT });
  }

  /**
   * Gives it a file of rules: alerts, and series that it computes.
   *
   * @param file name of the file: `mesh.yaml`
   * @param text the file, as Prometheus reads it
   * @throws when the name is none, or there is such a file
   */
  public addRules(file: string, text: string): void {
    const place = `${this.node.path}, addRules("${file}")`;
    if (!/^[A-Za-z0-9][\w.-]*\.ya?ml$/.test(file) || file === 'prometheus.yml') {
      throw new Error(`${place}: is not a valid rule file name. Use letters, digits and inner ".", "-" and "_", and end it with .yaml.`);
    }
    if (this.ruleFiles.has(file)) {
      throw new Error(`${place}: this name is already in use. Give each its own name.`);
    }
    this.ruleFiles.set(file, text);
  }

  /**
   * Has it ask a service for metrics of its own. Without that, it asks pods of which `serveMetrics` says where they serve some.
   *
   * Its validation refuses a port that takes mutual TLS alone, or where nobody is let in without a proof. In ambient mode it refuses one where this
   * Prometheus is not let in.
   *
   * @throws when the service has no such port, the path or the interval is none, or it was told of the port before
   */
  public scrape(service: DeployedService, options: ScrapeOptions = {}): void {
    const place = `${this.node.path}, scrape`;
    const port = scrapedPort(requireGiven(service, SCRAPED, place), options, place);
    const { serviceName, serviceNamespace: namespace } = service;
    const key = `${namespace}/${serviceName}/${port.port}`;
    if (this.scraped.has(key)) {
      throw new Error(`${place}: already scrapes port ${port.port} of ${service.node.path}. Set it once.`);
    }
    this.scraped.set(key, { ...port, namespace, service: serviceName });
    const asker = { place, asker: this.service };
    this.node.addValidation({ validate: () => [refusedScrape(service, port, asker)].filter(problem => problem !== undefined) });
  }

  /**
   * Gives it the rules of a mesh, as they are when all is said. Its validation refuses an objective for a longer time than it keeps its data.
   *
   * @throws when it has some, or a file of their name
   */
  public useRules(rules: MeshRules): void {
    const place = `${this.node.path}, useRules`;
    if (this.meshRules !== undefined) {
      throw new Error(`${place}: is already set. Put all rules into one MeshRules.`);
    }
    this.meshRules = requireGiven(rules, { what: 'MeshRules', has: '_groups' }, place);
    this.node.addValidation({ validate: () => [...this.sameFiles(), ...this.forgotten()] });
  }

  /** @throws when it lets in nobody but those who prove who they are, which this Prometheus cannot */
  private urlOf(alertmanager: ServerAddress): string {
    const { _asking: asking } = alertmanager;
    if (asking !== undefined && !this.service.inMesh) {
      const { host, node: { path } } = asking;
      const port = Number(alertmanager._port);
      throw new Error(`${this.node.path}: alertmanager: ${path} is in the mesh, but Prometheus is not, so it cannot prove its identity. Set inMesh: false on ${path}; or open its port, access.mutualTls(MutualTls.PERMISSIVE, ${port}) and access.allowFrom(Caller.anyone(), { ports: [${port}] }), and refer to it with ServerAddress.url("http://${host}:${port}").`);
    }
    return alertmanager._for(this.service);
  }

  private sameFiles(): string[] {
    const twice = Object.keys(this.meshRules!.files).filter(file => this.ruleFiles.has(file));
    return twice.map(file => `${this.node.path}, addRules("${file}"): is the file of the rules from useRules. Use another name.`);
  }

  /** A budget is worked out from what is kept: of a longer time it would tell what a shorter one has left, and nobody would see that. */
  private forgotten(): string[] {
    const kept = windowText(this.retention);
    return this.meshRules!._objectivesBeyond(this.retention).map(({ name, _period: period }) => (
      `${this.node.path}, useRules: the objective "${name}" covers ${windowText(period)}, but data is kept only for ${kept}. Set retention: Duration.days(${period.toDays()}) on this Prometheus, or a shorter period in the objective.`
    ));
  }

  /** Files of rules by their names, as they are now. */
  private rules(): Readonly<Record<string, string>> {
    return { ...Object.fromEntries(this.ruleFiles), ...this.meshRules?.files };
  }

  private config(usual: readonly ScrapeJob[]): string {
    const files = Object.keys(this.rules()).sort();
    const jobs = [...this.scraped].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, service]) => serviceJob(service));
    return Yaml.stringify({
      global: { scrape_interval: '15s', evaluation_interval: '30s' },
      ...this.alerting,
      ...(files.length === 0 ? {} : { rule_files: files.map(file => `${FOLDERS.files}/${file}`) }),
      scrape_configs: [...usual, ...jobs],
    });
  }
}

/** @param url of an Alertmanager, perhaps with what stands in front of its paths */
function alertmanagerAt(url: string): object {
  const { protocol, host, pathname } = new URL(url);
  return { scheme: protocol.slice(0, -1), ...(pathname === '/' ? {} : { path_prefix: pathname }), static_configs: [{ targets: [host] }] };
}

/** One pod: a second one would ask everything a second time, and each would know what it has seen itself. */
function serverProps(props: PrometheusProps & { readonly retention: Duration }, path: string): MeshServiceProps {
  const { image = 'prom/prometheus:v3.7.3', resources = RESOURCES, storage, storageClass } = props;
  if (storage === undefined && storageClass !== undefined) {
    throw new Error(`${path}: has no storage, so storageClass has no effect. Set storage: Size.gibibytes(50), or leave it out.`);
  }
  return {
    image,
    args: prometheusArgs({ time: props.retention, size: storage ?? SCRATCH }, path),
    user: USER,
    port: PORT,
    replicas: 1,
    resources,
    liveness: Probe.fromHttpGet('/-/healthy', { port: PORT, failureThreshold: 6 }),
    readiness: Probe.fromHttpGet('/-/ready', { port: PORT }),
    ...(storage === undefined ? {} : { stateful: true, storage: [{ name: 'data', mountPath: FOLDERS.data, size: storage, storageClass }], storageGroup: USER }),
  };
}

const PORT = 9090;

/** Its image says it by name: `nobody`. */
const USER = 65_534;

const SCRATCH = Size.gibibytes(4);

const RESOURCES: ContainerResources = {
  cpu: { request: Cpu.millis(200), limit: Cpu.units(1) },
  memory: { request: Size.gibibytes(1), limit: Size.gibibytes(2) },
};

const SEES_PODS: k8s.PolicyRule = { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] };

const SEES_NODES: readonly k8s.PolicyRule[] = [
  { apiGroups: [''], resources: ['nodes'], verbs: ['get', 'list', 'watch'] },
  { apiGroups: [''], resources: ['nodes/metrics'], verbs: ['get'] },
];
