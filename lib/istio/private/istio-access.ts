import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { AuthorizationPolicy, PeerAuthentication, RequestAuthentication } from '../../../imports/security.istio.io';
import type { AccessPolicyIntent, ConnectionSafetyIntent, TokensIntent } from '../../mesh/private/access/access-intent';
import type { AccessProvider, ObjectName } from '../../mesh/private/access/access-provider';
import { lateAnnotation } from '../../mesh/private/late-annotation';
import type { InstallIntent } from '../../mesh/private/platform/install-intent';
import { once } from '../../mesh/private/settled';
import { IstioRelease } from '../istio-release';
import { PathNormalization } from '../path-normalization';
import { authorizationPolicySpec } from '../render/authorization-policy';
import { knownAuthorizers } from '../render/known-authorizers';
import { denialMark, SUPPRESS } from '../render/marks-for-checks';
import { meshConfig } from '../render/mesh-config';
import { peerAuthenticationSpec } from '../render/peer-authentication';
import { requestAuthenticationSpec } from '../render/request-authentication';
import { hasReached } from './has-reached';
import type { IstioInstallation } from './istio-installation';
import { knownSpec } from './known-spec';
import { patchedLast } from './patched-last';

/** Renders who may call. */
export class IstioAccess implements AccessProvider {
  public readonly asksSeveral: boolean;
  public readonly unresolvedPaths?: string;

  constructor(private readonly installation: IstioInstallation) {
    this.unresolvedPaths = installation.pathNormalization === PathNormalization.DECODE_AND_MERGE_SLASHES
      ? undefined
      : 'Set pathNormalization: PathNormalization.DECODE_AND_MERGE_SLASHES in Istio.mesh';
    this.asksSeveral = hasReached(installation.release, IstioRelease.V1_30);
  }

  public knownAuthorizers(install: InstallIntent, place: string): readonly string[] {
    return knownAuthorizers(meshConfig(install, this.installation, place));
  }

  public connectionSafety(place: Construct, metadata: ObjectName, intent: () => ConnectionSafetyIntent): ApiObject {
    const spec = this.lazily(place, PeerAuthentication.GVK.kind, () => peerAuthenticationSpec(intent()));
    return patchedLast(new PeerAuthentication(place, 'Default', { metadata: { ...metadata }, spec }));
  }

  public policy(place: Construct, metadata: ObjectName, intent: () => AccessPolicyIntent): ApiObject {
    const produce = once(place, () => authorizationPolicySpec(intent()));
    const annotations = { [SUPPRESS]: lateAnnotation(() => denialMark(produce())) };
    const spec = this.lazily(place, AuthorizationPolicy.GVK.kind, produce);
    return patchedLast(new AuthorizationPolicy(place, 'Default', { metadata: { ...metadata, annotations }, spec }));
  }

  public tokens(place: Construct, metadata: ObjectName, intent: () => TokensIntent): ApiObject {
    const spec = this.lazily(place, RequestAuthentication.GVK.kind, () => requestAuthenticationSpec(intent()));
    return patchedLast(new RequestAuthentication(place, 'Default', { metadata: { ...metadata }, spec }));
  }

  private lazily<T>(place: Construct, kind: string, produce: () => T): T {
    return knownSpec({ place, kind, release: this.installation.release }, produce);
  }
}
