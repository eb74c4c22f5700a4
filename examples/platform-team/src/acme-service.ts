import { Duration, Size } from 'cdk8s';
import { MeshService, ServiceContract } from 'cdk8s-mesh';
import { Cpu, ContainerResources } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { ISSUER } from './mesh';
import { TeamChart } from './team-chart';

/** What a team says of a service. All else is as Acme runs services. */
export interface AcmeServiceProps {
  /** What others count on: it names the service, its namespace and its port. */
  readonly contract: ServiceContract;
  /** The image, with its tag. */
  readonly image: string;
  /**
   * Whether it takes requests of customers who have not signed in.
   *
   * @default false
   */
  readonly anonymous?: boolean;
  /**
   * How many pods there are.
   *
   * @default 3
   */
  readonly replicas?: number;
}

/** A service as Acme runs it: limits, probes, few retries, an end to each request, and nobody without a token. */
export class AcmeService extends Construct {
  /** Who calls it, who may, and what else is not the same for all, is said here. */
  public readonly service: MeshService;

  constructor(scope: TeamChart, id: string, { contract, image, anonymous = false, replicas = 3 }: AcmeServiceProps) {
    super(scope, id);
    this.service = new MeshService(this, 'service', {
      image,
      replicas,
      serviceName: contract.serviceName,
      port: contract.port,
      livenessPath: '/internal/alive',
      readinessPath: '/internal/ready',
      resources: RESOURCES,
    });
    // Fails when the chart is in another namespace, or the account is another.
    this.service.keepTo(contract);
    this.service.traffic.retry({ attempts: 1 });
    this.service.traffic.timeout(Duration.seconds(6));
    if (!anonymous) {
      this.service.access.requireJwt(ISSUER);
    }
  }
}

const RESOURCES: ContainerResources = {
  cpu: { request: Cpu.millis(200), limit: Cpu.units(1) },
  memory: { request: Size.mebibytes(256), limit: Size.mebibytes(256) },
};
