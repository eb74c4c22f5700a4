/** What a document says of a workload, corrected. Everything else is as every workload here has it. */
export interface WorkloadFacts {
  readonly app: string;
  readonly image: string;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly env?: readonly object[];
  readonly grace?: number;
  readonly liveness?: object;
  /** the labels by which its pods ask for a proxy; by default those that Istio reads */
  readonly meshLabels?: Readonly<Record<string, string>>;
  readonly namespace?: string;
  readonly readiness?: object;
  readonly replicas?: number;
  readonly resources?: object;
  readonly servicePort?: number;
  readonly version?: string;
}

/** A namespace whose pods get their proxy from Istio. */
export function canonicalNamespace(name: string): object {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { 'istio-injection': 'enabled' } } };
}

/** The account, the Service and the Deployment of a workload with one version. */
export function canonicalWorkload(facts: WorkloadFacts): object[] {
  return [canonicalAccount(facts), canonicalService(facts), canonicalDeployment(facts)];
}

/** An account of its own: without one, all workloads of a namespace are one to the mesh. */
export function canonicalAccount({ app, namespace = 'default' }: WorkloadFacts): object {
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: app, namespace } };
}

/** It selects every version, and its port says what it speaks in both ways. */
export function canonicalService({ app, namespace = 'default', servicePort = 8080 }: WorkloadFacts): object {
  return {
    apiVersion: 'v1', kind: 'Service', metadata: { name: app, namespace, labels: { app } },
    spec: { selector: { app }, ports: [{ name: 'http', appProtocol: 'http', port: servicePort, targetPort: 8080 }] },
  };
}

/** It selects the pods of its version alone, and passes the Pod Security standard `restricted`. What the injector reads stands on the pods. */
export function canonicalDeployment(facts: WorkloadFacts): object {
  const { annotations, app, meshLabels = { 'sidecar.istio.io/inject': 'true' }, namespace = 'default', replicas = 2, version = 'v1' } = facts;
  return {
    apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: `${app}-${version}`, namespace, labels: { app, version } },
    spec: {
      minReadySeconds: 0,
      progressDeadlineSeconds: 600,
      replicas,
      selector: { matchLabels: { app, version } },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
      template: {
        metadata: {
          labels: { app, version, 'app.kubernetes.io/name': app, 'app.kubernetes.io/version': version, ...meshLabels },
          ...annotations && { annotations },
        },
        spec: podOf(facts),
      },
    },
  };
}

function podOf({ app, env = [], grace = 30, image, liveness, readiness, resources }: WorkloadFacts): object {
  return {
    automountServiceAccountToken: false,
    containers: [{
      name: 'app',
      image,
      imagePullPolicy: 'IfNotPresent',
      ports: [{ containerPort: 8080, name: 'http' }],
      env: [
        { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
        { name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
        ...env,
      ],
      livenessProbe: liveness ?? getting('/healthz', { initialDelaySeconds: 30, periodSeconds: 10 }),
      readinessProbe: readiness ?? getting('/readyz', { initialDelaySeconds: 10, periodSeconds: 5 }),
      resources: resources ?? { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
      securityContext: {
        allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, privileged: false, readOnlyRootFilesystem: true, runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      },
    }],
    dnsPolicy: 'ClusterFirst',
    hostNetwork: false,
    restartPolicy: 'Always',
    securityContext: { fsGroupChangePolicy: 'Always', runAsNonRoot: true },
    serviceAccountName: app,
    setHostnameAsFQDN: false,
    terminationGracePeriodSeconds: grace,
  };
}

/** A probe that asks for a path at the port of the container. */
export function getting(path: string, times: object): object {
  return { failureThreshold: 3, httpGet: { path, port: 8080, scheme: 'HTTP' }, ...times };
}
