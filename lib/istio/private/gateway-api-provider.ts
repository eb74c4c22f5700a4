import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { Gateway, HttpRoute, ReferenceGrant } from '../../../imports/gateway.networking.k8s.io';
import type { AttachableIntent, AttachedProvider, AttachedRulesIntent, GrantIntent, UpgradeIntent } from '../../mesh/private/attached-intent';
import { IstioRelease } from '../istio-release';
import { attachableGatewaySpec } from '../render/attachable-gateway';
import { httpRouteSpec, upgradeSpec } from '../render/http-route';
import { referenceGrantSpec } from '../render/reference-grant';
import { patchedLast } from './patched-last';

/** Renders gateways of the Kubernetes Gateway API, and what attaches itself to them, as Istio reads it. */
export class GatewayApiProvider implements AttachedProvider {
  constructor(private readonly release: IstioRelease) {}

  public gateway(place: Construct, name: string, intent: AttachableIntent): ApiObject {
    return patchedLast(new Gateway(place, 'Default', { metadata: { name }, spec: attachableGatewaySpec(intent, place.node.path) }));
  }

  public upgrade(place: Construct, name: string, intent: UpgradeIntent): ApiObject {
    return patchedLast(new HttpRoute(place, 'Default', { metadata: { name }, spec: upgradeSpec(intent) }));
  }

  public rules(place: Construct, name: string, intent: () => AttachedRulesIntent): ApiObject {
    const spec = () => httpRouteSpec(intent(), { place: place.node.path, release: this.release });
    return patchedLast(new HttpRoute(place, 'Default', { metadata: { name }, spec: lazily(spec) }));
  }

  public grant(place: Construct, name: string, namespace: string, intent: () => GrantIntent): ApiObject {
    const spec = () => referenceGrantSpec(intent(), place.node.path);
    return patchedLast(new ReferenceGrant(place, 'Default', { metadata: { name, namespace }, spec: lazily(spec) }));
  }
}

/** A spec that is computed when the object is rendered. */
function lazily<T>(produce: () => T): T {
  return Lazy.any({ produce }) as T;
}
