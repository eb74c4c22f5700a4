import { ApiObject } from 'cdk8s';
import { DeployedService } from '../../mesh/deployed-service';

/** What keeps callers of a service from its waypoint: they find the pods themselves by a Service that has no address, and are refused there. */
export function servedProblems(service: DeployedService, place: string): string[] {
  const objects = service.node.findChild('service').node.findAll().filter(ApiObject.isApiObject);
  const headless = objects.map(object => object.toJson() as RenderedService).filter(({ kind, spec }) => kind === 'Service' && spec.clusterIP === 'None');
  return headless.map(({ metadata: { name } }) => (
    `${place}: callers find its pods by the Service "${name}", which is headless, and what is sent to pods passes no waypoint, so that the pods refuse it. Leave it out of the waypoint, or leave out headless and stateful.`
  ));
}

interface RenderedService {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: { readonly clusterIP?: string };
}
