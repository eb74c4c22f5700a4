import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { Mesh } from '../../mesh';
import { judgeTogether } from '../judged-together';
import { isInSlot } from '../slot';
import type { TelemetryOwner } from './telemetry-rules';

/** A namespace of which something is said as a whole, and whoever says it. */
interface SeenNamespace {
  readonly namespace: string;
  readonly scope: Construct;
}

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
  judgeTogether(place, SCOPES, { namespace, scope: owner().scope }, problemsOf);
}

function problemsOf(scopes: readonly SeenNamespace[], objects: readonly ApiObject[]): string[] {
  return objects.filter(object => !isInSlot(object)).flatMap(object => scopes.flatMap(({ namespace, scope }) => (
    Mesh.of(scope)._provider.telemetry.scopeOf(object) !== namespace ? [] : [
      `${object.node.path}: ${object.kind} "${object.name}" configures telemetry for all of "${namespace}", as "${scope.node.scope?.node.path}" does, and the mesh reads only the older of the two. Set it there and leave this object out.`,
    ]
  )));
}
