import { Duration, Size, Yaml } from 'cdk8s';
import { ContainerResources, Cpu, EnvFieldPaths, EnvValue, Probe, SecretValue, Volume } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { MeshService } from '../mesh/mesh-service';
import { KialiAuth } from './kiali-auth';
import { KialiSettings } from './kiali-settings';
import { KIALI_PORTS, kialiConfig } from './private/kiali/kiali-config';
import { kialiRights } from './private/kiali/kiali-rights';
import { settledKiali, webRootOf } from './private/kiali/settled-kiali';
import { mountToken } from './private/pods/account-token';
import { grantInCluster } from './private/pods/cluster-role';
import { mountFiles } from './private/pods/mounted-files';
import { podsOf } from './private/pods/service-pods';
import { addPageEntry } from './private/runbook/page-entry';

/** A Kiali, and how it runs. */
export interface KialiProps extends KialiSettings {
  /**
   * Its image.
   *
   * @default "quay.io/kiali/kiali:v2.22"
   */
  readonly image?: string;
  /**
   * What its container is given, and what it may take.
   *
   * @default - 50m of CPU and 256Mi of memory, at most 500m and 1Gi
   */
  readonly resources?: ContainerResources;
  /**
   * Name of the Service, and of the ConfigMap.
   *
   * @default "kiali"
   */
  readonly serviceName?: string;
}

/**
 * A Kiali that shows the mesh, and changes nothing: its account has the right to look alone. It takes part in the mesh; what it asks lets it in, and
 * nobody is let in to its pages before that is said, which `kubectl port-forward` does not ask about.
 *
 * Renders a `ConfigMap`, a `ClusterRole` with its binding, and what a `MeshService` renders.
 */
export class Kiali extends Construct {
  /** The service that it is: its pages at port 20001, metrics of its own at 9090. */
  public readonly service: MeshService;

  /** @throws when its path is none, there is no Prometheus, or something is said of a Grafana that nobody can open */
  constructor(scope: Construct, id: string, props: KialiProps) {
    super(scope, id);
    const { image = 'quay.io/kiali/kiali:v2.22', resources = RESOURCES, serviceName = 'kiali', auth = KialiAuth.anonymous() } = props;
    const [files, rights] = ['files', 'rights'].map(place => new Construct(this, place));
    const webRoot = webRootOf(props, this.node.path);
    const { pages: port, metrics } = KIALI_PORTS;
    const health = { port };
    this.service = new MeshService(this, 'server', {
      image,
      command: ['/opt/kiali/kiali', '-config', `${FOLDER}/config.yaml`],
      env: { ACTIVE_NAMESPACE: EnvValue.fromFieldRef(EnvFieldPaths.POD_NAMESPACE), LOG_FORMAT: EnvValue.fromValue('json') },
      user: USER,
      port,
      morePorts: [{ name: 'http-metrics', port: metrics }],
      serviceName,
      replicas: 1,
      shutdownTime: Duration.seconds(15),
      resources,
      liveness: Probe.fromHttpGet(healthAt(webRoot), { ...health, failureThreshold: 6, initialDelaySeconds: Duration.seconds(60) }),
      readiness: Probe.fromHttpGet(healthAt(webRoot), health),
    });
    const intent = settledKiali(this, props, { caller: this.service, name: serviceName });
    const config = Yaml.stringify(kialiConfig(intent));
    const pods = podsOf(this.service);
    mountFiles(files, pods, { name: serviceName, folder: FOLDER, files: () => ({ 'config.yaml': config }) });
    this.mountSecrets(auth, props.grafanaToken);
    grantInCluster(rights, { account: serviceName, rules: kialiRights(intent.auth, intent.proxyStatus) });
    mountToken(pods);
    this.service.serveMetrics({ port: metrics });
    addPageEntry(this.service, { port, path: webRoot });
  }

  private mountSecrets({ _intent: { signingKey, clientSecret } }: KialiAuth, grafanaToken?: SecretValue): void {
    this.mountSecret('signing-key', signingKey, '/kiali-override-secrets/login-token-signing-key', 'value.txt');
    this.mountSecret('grafana-token', grafanaToken, '/kiali-override-secrets/grafana-token', 'value.txt');
    this.mountSecret('oidc-secret', clientSecret, '/kiali-secret', 'oidc-secret');
  }

  private mountSecret(name: string, value: SecretValue | undefined, folder: string, file: string): void {
    if (value !== undefined) {
      const volume = Volume.fromSecret(this, name, value.secret, { name, items: { [value.key]: { path: file } } });
      podsOf(this.service).containers.forEach(container => container.mount(folder, volume, { readOnly: true }));
    }
  }
}

const FOLDER = '/kiali-configuration';

/** Its image says it by number, too. */
const USER = 1000;

const RESOURCES: ContainerResources = {
  cpu: { request: Cpu.millis(50), limit: Cpu.millis(500) },
  memory: { request: Size.mebibytes(256), limit: Size.gibibytes(1) },
};

function healthAt(webRoot: string): string {
  return `${webRoot === '/' ? '' : webRoot}/healthz`;
}
