import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { Gateway, HttpRoute, HttpRouteSpec, ReferenceGrant } from '../../../imports/gateway.networking.k8s.io';
import type { AttachableIntent, AttachedProvider, AttachedRulesIntent, GrantIntent, UpgradeIntent } from '../../mesh/private/gateways/attached-intent';
import { lateSpec } from '../../mesh/private/late-spec';
import { attachableGatewaySpec } from '../render/attachable-gateway';
import { gatewayMarks } from '../render/gateway-marks';
import { httpRouteSpec, upgradeSpec } from '../render/http-route';
import { referenceGrantSpec } from '../render/reference-grant';
import type { IstioInstallation } from './istio-installation';
import { patchedLast } from './patched-last';
import { specOfAll } from './spec-of-all';

/** Renders gateways of the Kubernetes Gateway API, and what attaches itself to them, as Istio reads it. */
export class GatewayApiProvider implements AttachedProvider {
  constructor(private readonly installation: IstioInstallation) {}

  public gateway(place: Construct, name: string, intent: AttachableIntent): ApiObject {
    const metadata = { name, ...gatewayMarks(this.installation.revision) };
    return patchedLast(new Gateway(place, 'Default', { metadata, spec: attachableGatewaySpec(intent, place.node.path) }));
  }

  public upgrade(place: Construct, name: string, intent: UpgradeIntent): ApiObject {
    return patchedLast(new HttpRoute(place, 'Default', { metadata: { name }, spec: upgradeSpec(intent) }));
  }

  public rules(place: Construct, name: string, intent: () => AttachedRulesIntent): ApiObject {
    const situation = { place: place.node.path, release: this.installation.release };
    const spec = (): HttpRouteSpec => {
      const all = intent();
      return specOfAll(all.rules, rules => httpRouteSpec({ ...all, rules }, situation));
    };
    return patchedLast(new HttpRoute(place, 'Default', { metadata: { name }, spec: lateSpec(place, spec) }));
  }

  public grant(place: Construct, name: string, namespace: string, intent: () => GrantIntent): ApiObject {
    const spec = () => referenceGrantSpec(intent(), place.node.path);
    return patchedLast(new ReferenceGrant(place, 'Default', { metadata: { name, namespace }, spec: lateSpec(place, spec) }));
  }
}
