import { byWaypointSpec, pastWaypointSpec, servedLabels, waypointSpec } from '../../../lib/istio/render/waypoint';

const PODS = { namespace: 'shop', service: 'web', podLabels: { app: 'web' }, ports: [] };
const WAYPOINT = { trustDomain: 'cluster.local', namespace: 'shop', account: 'waypoint' };
const PRINCIPAL = 'cluster.local/ns/shop/sa/waypoint';

describe('what makes a waypoint', () => {
  test('[F144] is a Gateway of its class, which takes tunnels', () => {
    expect(waypointSpec()).toEqual({ gatewayClassName: 'istio-waypoint', listeners: [{ name: 'mesh', port: 15008, protocol: 'HBONE' }] });
  });

  test('[F144] are labels of Services, also for what gateways send', () => {
    expect(servedLabels('waypoint')).toEqual({ 'istio.io/use-waypoint': 'waypoint', 'istio.io/ingress-use-waypoint': 'true' });
  });

  test('are policies of pods: it is let in, and nobody past it', () => {
    const selector = { matchLabels: { app: 'web' } };
    expect(byWaypointSpec(PODS, WAYPOINT)).toEqual({ selector, rules: [{ from: [{ source: { principals: [PRINCIPAL] } }] }] });
    expect(pastWaypointSpec(PODS, WAYPOINT)).toEqual({ selector, action: 'DENY', rules: [{ from: [{ source: { notPrincipals: [PRINCIPAL] } }] }] });
  });
});
