import type { Field } from '../../mesh/field';
import { controllerOf, EAST_WEST_CONTROLLER, GATEWAY_CLASS, WAYPOINT_CONTROLLER } from '../../mesh/gateway-classes';
import { KUBERNETES_GATEWAY } from '../../mesh/gateway-references';
import { portNumber } from '../../mesh/port-number';
import { hasInboundBinding, HBONE_PORT, isForMesh } from '../../mesh/waypoints';
import { defineCheck, Judgement } from '../check';
import { meshRule } from './mesh-rule';

const waypointListener = meshRule('MESH106', 'warning', ['waypoint-listener', 'A listener of a waypoint, or of an east-west gateway, is not the one that istiod expects.']);

/** Listeners by which ztunnel reaches waypoints, and gateways of other networks in ambient mode. */
export const waypointListenerCheck = defineCheck({
  rules: [waypointListener],
  kinds: [KUBERNETES_GATEWAY],
  reads: [GATEWAY_CLASS],
  * judge(gateway, { set }) {
    const controller = controllerOf(set, gateway);
    const listeners = gateway.spec.at('listeners').items();
    if (controller === WAYPOINT_CONTROLLER && !hasInboundBinding(set, gateway)) {
      yield* judgeWaypoint(listeners);
    } else if (controller === EAST_WEST_CONTROLLER) {
      yield* listeners.filter(listener => listener.at('protocol').text === 'HBONE').flatMap(listener => [...judgeEastWest(listener)]);
    }
  },
});

const EXPECTED = `protocol HBONE on port ${HBONE_PORT}`;

function* judgeWaypoint(listeners: readonly Field[]): Judgement {
  const isThere = listeners.some(isForMesh);
  for (const listener of listeners.filter(one => isReadable(one) && !isForMesh(one))) {
    yield {
      rule: waypointListener,
      path: wrongPlace(listener).path,
      message: `a waypoint must have one listener with ${EXPECTED}: istiod does not accept this one, nor read its allowedRoutes`,
      repair: isThere ? 'remove it, since the waypoint already has the right one' : `write protocol: HBONE and port: ${HBONE_PORT}`,
    };
  }
}

function* judgeEastWest(listener: Field): Judgement {
  const { text: mode = 'Terminate' } = listener.at('tls', 'mode');
  if (isReadable(listener) && !(isForMesh(listener) && listener.at('tls').isSet && mode === 'Terminate')) {
    yield {
      rule: waypointListener,
      path: isForMesh(listener) ? listener.at('tls').path : wrongPlace(listener).path,
      message: `an east-west gateway must have a listener with ${EXPECTED} and tls.mode Terminate: istiod does not accept this one`,
      repair: isForMesh(listener)
        ? 'write tls: {mode: Terminate, options: {gateway.istio.io/tls-terminate-mode: ISTIO_MUTUAL}}'
        : `write port: ${HBONE_PORT}`,
    };
  }
}

/** What is no text or number the schema refuses. */
function isReadable(listener: Field): boolean {
  return (listener.at('protocol').text ?? '') !== '' && portNumber(listener.at('port')) !== undefined;
}

function wrongPlace(listener: Field): Field {
  return listener.at('protocol').text === 'HBONE' ? listener.at('port') : listener.at('protocol');
}
