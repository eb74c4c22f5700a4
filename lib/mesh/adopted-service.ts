import { Construct } from 'constructs';
import { MeshServiceBase, MeshServiceBaseProps } from './mesh-service-base';
import { ServiceVersion } from './service-version';

/** A service that somebody else deploys, Helm for example. */
export interface AdoptedServiceProps extends MeshServiceBaseProps {}

/** A service that somebody else deploys, and whose mesh side is ours. `MeshService.adopt` makes one; it renders no Service and no pods. */
export class AdoptedService extends MeshServiceBase {
  constructor(scope: Construct, id: string, props: AdoptedServiceProps) {
    super(scope, id, props);
  }

  /**
   * Makes some of its pods a version.
   *
   * @param labels by which these pods differ from the others; by default the label `version` with the name
   */
  public addVersion(name: string, labels: { [name: string]: string } = { version: name }): ServiceVersion {
    return this.register(name, labels);
  }
}
