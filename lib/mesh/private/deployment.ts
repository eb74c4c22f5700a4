import { ApiObject, Duration, JsonPatch, Size } from 'cdk8s';
import { Capability, ContainerPort, ContainerProps, ContainerResources, Cpu, Deployment, EnvFieldPaths, EnvValue, ImagePullPolicy, LabelSelector, Probe, ProbeOptions, Protocol, SeccompProfileType, ServiceAccount } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { AppProtocol } from '../app-protocol';
import { WorkloadProps } from '../workload-props';
import { isUdp } from './layer';
import type { PodMarks } from './mesh-provider';
import type { PortIntent } from './service-ports';

export interface DeploymentDetails extends WorkloadProps {
  readonly id: string;
  readonly name: string;
  /** they select its pods, and no others */
  readonly labels: Readonly<Record<string, string>>;
  /** what else its pods are labelled with */
  readonly stamps: Readonly<Record<string, string>>;
  readonly account: string;
  /** the main one first */
  readonly ports: readonly PortIntent[];
  readonly pod: PodMarks;
}

/** A Deployment whose pods pass the Pod Security standard `restricted`, under a stable name. */
export function createDeployment(place: Construct, details: DeploymentDetails): Deployment {
  const { id, name, labels, account, pod, replicas = 2, shutdownTime } = details;
  const deployment = new Deployment(place, id, {
    metadata: { name, labels: { ...labels } },
    podMetadata: { labels: { ...labels, ...details.stamps, ...pod.labels }, annotations: { ...pod.annotations } },
    replicas,
    terminationGracePeriod: shutdownTime && Duration.seconds(shutdownTime.toSeconds() + SPARE_SECONDS),
    select: false,
    serviceAccount: ServiceAccount.fromServiceAccountName(place, `${id}-account`, account),
    containers: [containerOf(details)],
  });
  deployment.select(LabelSelector.of({ labels: { ...labels } }));
  // It is a hash of the construct's path: moving the construct would replace all pods.
  ApiObject.of(deployment).addJsonPatch(JsonPatch.remove('/spec/template/metadata/labels/cdk8s.io~1metadata.addr'));
  return deployment;
}

/** Adds to the annotations of its pods. */
export function annotatePods({ podMetadata }: Deployment, { annotations }: PodMarks): void {
  Object.entries(annotations).forEach(([name, value]) => podMetadata.addAnnotation(name, value));
}

function containerOf(details: DeploymentDetails): ContainerProps {
  const { image, ports, env = {}, resources = RESOURCES } = details;
  const { liveness, readiness } = details;
  return {
    image,
    imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
    name: 'app',
    ports: containerPorts(ports),
    envVariables: { ...POD_ENV, ...env },
    liveness: liveness ?? probe(details, '/healthz', { initialDelaySeconds: Duration.seconds(30), periodSeconds: Duration.seconds(10) }),
    readiness: readiness ?? probe(details, '/readyz', { initialDelaySeconds: Duration.seconds(10), periodSeconds: Duration.seconds(5) }),
    resources,
    securityContext: {
      ensureNonRoot: true,
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: [Capability.ALL] },
      seccompProfile: { type: SeccompProfileType.RUNTIME_DEFAULT },
    },
  };
}

/** What a container cannot find out by itself, and names itself by in traces. */
const POD_ENV: Readonly<Record<string, EnvValue>> = {
  POD_NAME: EnvValue.fromFieldRef(EnvFieldPaths.POD_NAME),
  POD_NAMESPACE: EnvValue.fromFieldRef(EnvFieldPaths.POD_NAMESPACE),
};

/** A pod is killed this long after its requests have to be done, so that container and proxy can end by themselves. */
const SPARE_SECONDS = 15;

const RESOURCES: ContainerResources = {
  cpu: { request: Cpu.millis(100), limit: Cpu.millis(500) },
  memory: { request: Size.mebibytes(128), limit: Size.mebibytes(512) },
};

/** Several ports of the Service may lead to one of the container, which is named once. */
function containerPorts(ports: readonly PortIntent[]): ContainerPort[] {
  const isSame = (a: PortIntent, b: PortIntent): boolean => a.targetPort === b.targetPort && isUdp(a.protocol) === isUdp(b.protocol);
  const distinct = ports.filter((port, index) => ports.findIndex(other => isSame(other, port)) === index);
  return distinct.map(({ name, targetPort, protocol }) => ({ number: targetPort, name, protocol: isUdp(protocol) ? Protocol.UDP : undefined }));
}

/** What answers no HTTP can only be asked whether it takes connections. */
function probe({ ports: [{ protocol, targetPort: port }] }: DeploymentDetails, path: string, options: ProbeOptions): Probe {
  const speaksHttp = protocol === AppProtocol.HTTP || protocol === AppProtocol.HTTP2;
  return speaksHttp ? Probe.fromHttpGet(path, { port, ...options }) : Probe.fromTcpSocket({ port, ...options });
}
