import { ApiObject } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { Mesh } from '../../mesh';
import { boundaryOf } from '../boundary';
import { isInSlot } from '../slot';
import type { TelemetryOwner } from './telemetry-rules';

/** For each namespace of which something is said as a whole, whoever says it. */
type Scopes = Map<string, Construct>;

const SCOPES = Symbol.for('cdk8s-mesh.TelemetryScopes');

/**
 * Makes it an error that an object which nobody made for a scope says what is seen of it as well: the mesh reads the older of the two. All are
 * looked for in one walk, so the error is that of the environment, or of the app.
 */
export function refuseSecondScopes(place: Construct, owner: () => TelemetryOwner): void {
  const { podLabels, gateway, namespace } = owner().pods();
  if (podLabels !== undefined || gateway !== undefined) {
    return;
  }
  const boundary: IConstruct & { [SCOPES]?: Scopes } = boundaryOf(place);
  if (boundary[SCOPES] === undefined) {
    const scopes: Scopes = boundary[SCOPES] = new Map();
    boundary.node.addValidation({ validate: () => problemsOf(boundary, scopes) });
  }
  boundary[SCOPES].set(namespace, owner().scope);
}

function problemsOf(boundary: IConstruct, scopes: Scopes): string[] {
  const foreign = boundary.node.findAll().filter(ApiObject.isApiObject).filter(object => boundaryOf(object) === boundary && !isInSlot(object));
  return foreign.flatMap(object => [...scopes].flatMap(([namespace, scope]) => (
    Mesh.of(scope)._provider.telemetry.scopeOf(object) !== namespace ? [] : [
      `${object.node.path}: ${object.kind} "${object.name}" says what is seen in all of "${namespace}", as "${scope.node.scope?.node.path}" does, and the mesh reads the older of the two. Say it there and leave this object out.`,
    ]
  )));
}
