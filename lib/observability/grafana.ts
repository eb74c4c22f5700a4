import { Duration, Size } from 'cdk8s';
import { ConfigMap, ContainerResources, Cpu, EnvValue, Probe, Volume } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { MeshService } from '../mesh/mesh-service';
import { requireDnsName } from '../mesh/private/dns-name';
import { requireGiven } from '../mesh/private/require-given';
import { GrafanaDataSource } from './grafana-data-source';
import { dashboardsFile, dataSourcesFile } from './private/grafana/provisioning';
import { GRAFANA_PORT, settings } from './private/grafana/settings';
import { judgeDashboards } from './private/grafana/unrendered-dashboards';
import { mountFiles } from './private/pods/mounted-files';
import { mountScratch } from './private/pods/scratch-volume';
import { podsOf } from './private/pods/service-pods';
import { addPageEntry } from './private/runbook/page-entry';

/** A Grafana, and how it runs. */
export interface GrafanaProps {
  /**
   * The password of the account `admin`, from a Secret: `EnvValue.fromSecretValue(...)`.
   *
   * @default - there is no account: everybody who reaches it looks, and nobody changes anything
   */
  readonly adminPassword?: EnvValue;
  /** Where it takes what it shows. */
  readonly dataSources: GrafanaDataSource[];
  /**
   * Its image.
   *
   * @default "grafana/grafana:12.3.1"
   */
  readonly image?: string;
  /**
   * What its container is given, and what it may take.
   *
   * @default - 100m of CPU and 256Mi of memory, at most one CPU and 512Mi
   */
  readonly resources?: ContainerResources;
  /**
   * Name of the Service.
   *
   * @default "grafana"
   */
  readonly serviceName?: string;
}

/**
 * A Grafana that shows what is laid into it, and keeps nothing: everybody who reaches it may look, and nobody change anything. It takes part in the
 * mesh, and its data sources let it in; nobody else is let in to it before that is said, and `kubectl port-forward` asks no rule.
 *
 * Renders two `ConfigMap`s, and what a `MeshService` renders.
 */
export class Grafana extends Construct {
  /** The service that it is, at port 3000. */
  public readonly service: MeshService;

  private readonly dashboards: string[] = [];

  /** @throws when no data source is named, one is named twice, or the password stands there in plain text */
  constructor(scope: Construct, id: string, props: GrafanaProps) {
    super(scope, id);
    const { adminPassword, image = 'grafana/grafana:12.3.1', resources = RESOURCES, serviceName = 'grafana' } = props;
    const { path } = this.node;
    requireSecret(adminPassword, path);
    const sources = requireSources(props.dataSources, path);
    const [sourceFiles, dashboardFiles] = ['data-sources', 'dashboard-folder'].map(place => new Construct(this, place));
    const health = Probe.fromHttpGet('/api/health', { port: GRAFANA_PORT });
    this.service = new MeshService(this, 'server', {
      image,
      env: settings(adminPassword),
      user: USER,
      port: GRAFANA_PORT,
      serviceName,
      replicas: 1,
      shutdownTime: Duration.seconds(15),
      resources,
      liveness: Probe.fromHttpGet('/api/health', { port: GRAFANA_PORT, failureThreshold: 6, initialDelaySeconds: Duration.seconds(60) }),
      readiness: health,
    });
    this.service.serveMetrics();
    const pods = podsOf(this.service);
    const file = dataSourcesFile(sources.map(({ _intent: intent }) => intent), this.service);
    mountFiles(sourceFiles, pods, { name: `${serviceName}-data-sources`, folder: `${PROVISIONING}/datasources`, files: () => ({ 'data-sources.yaml': file }) });
    mountFiles(dashboardFiles, pods, { name: `${serviceName}-dashboard-folder`, folder: `${PROVISIONING}/dashboards`, files: () => ({ 'mesh.yaml': dashboardsFile(DASHBOARDS) }) });
    const scratch = new Construct(this, 'scratch');
    mountScratch(scratch, pods, { name: 'data', folder: '/var/lib/grafana', limit: Size.mebibytes(512) });
    mountScratch(scratch, pods, { name: 'tmp', folder: '/tmp', limit: Size.mebibytes(64) });
    addPageEntry(this.service, { port: GRAFANA_PORT });
  }

  /**
   * Shows all dashboards that lie in a ConfigMap of its namespace. It sees a change of them by itself, within a minute or two. Its validation refuses
   * one that nothing in the environment renders, unless it is said that somebody else creates it: the pod would wait for it.
   *
   * @param configMapName name of the ConfigMap; each of its files, `<name>.json`, is a dashboard
   * @throws when the name is none, or was said before
   */
  public addDashboards(configMapName: string): void {
    const place = `${this.node.path}, addDashboards`;
    requireDnsName(configMapName, place);
    if (this.dashboards.includes(configMapName)) {
      throw new Error(`${place}: already has "${configMapName}". Add it once.`);
    }
    const number = this.dashboards.push(configMapName);
    const map = ConfigMap.fromConfigMapName(this, `dashboards-${number}`, configMapName);
    const volume = Volume.fromConfigMap(this, `dashboards-volume-${number}`, map, { name: `dashboards-${number}` });
    judgeDashboards(this, configMapName);
    podsOf(this.service).containers.forEach(container => container.mount(`${DASHBOARDS}/${configMapName}`, volume, { readOnly: true }));
  }
}

/** Its image says it by number, too. */
const USER = 472;

const PROVISIONING = '/etc/grafana/provisioning';
const DASHBOARDS = '/etc/grafana/dashboards';

const RESOURCES: ContainerResources = {
  cpu: { request: Cpu.millis(100), limit: Cpu.units(1) },
  memory: { request: Size.mebibytes(256), limit: Size.mebibytes(512) },
};

/** @throws when a password would be rendered */
function requireSecret(password: EnvValue | undefined, path: string): void {
  if (password !== undefined && password.valueFrom === undefined) {
    throw new Error(`${path}: adminPassword would be rendered in plain text. Take it from a Secret: EnvValue.fromSecretValue({ secret, key }).`);
  }
}

function requireSources(sources: readonly GrafanaDataSource[], path: string): readonly GrafanaDataSource[] {
  const uids = sources.map(source => requireGiven(source, { what: 'GrafanaDataSource', has: '_intent' }, `${path}: dataSources`)._intent.uid);
  const twice = uids.find((uid, index) => uids.indexOf(uid) < index);
  if (uids.length === 0 || twice !== undefined) {
    throw new Error(`${path}: dataSources ${twice === undefined ? 'is empty, so there would be nothing to show' : `has two with the uid "${twice}"`}. Set one of each kind, at least GrafanaDataSource.prometheus(...).`);
  }
  return sources;
}
