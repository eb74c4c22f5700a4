import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { ServiceEntry } from '../../../imports/networking.istio.io';
import { Telemetry } from '../../../imports/telemetry.istio.io';
import type { ObjectName } from '../../mesh/private/access/access-provider';
import type { InstallIntent } from '../../mesh/private/platform/install-intent';
import type { KnownSinks, TelemetryIntent, TelemetryProvider } from '../../mesh/private/telemetry/telemetry-intent';
import { knownSinks, OUTPUT } from '../render/known-sinks';
import { meshConfig } from '../render/mesh-config';
import { telemetrySpec } from '../render/telemetry';
import { installSaid } from './install/install-said';
import type { IstioInstallation } from './istio-installation';
import { knownSpec } from './known-spec';
import { patchedLast } from './patched-last';

/** Renders what is seen. */
export class IstioTelemetry implements TelemetryProvider {
  public readonly outputSink = OUTPUT;

  constructor(private readonly installation: IstioInstallation) {}

  public knownSinks(install: InstallIntent, place: string): KnownSinks {
    return knownSinks(meshConfig(install, this.installation, place), installSaid(install).profile);
  }

  public scopeOf(object: ApiObject): string | undefined {
    if (object.apiGroup !== 'telemetry.istio.io' || object.kind !== Telemetry.GVK.kind) {
      return undefined;
    }
    const { metadata, spec = {} } = object.toJson() as { readonly metadata: { readonly namespace?: string }; readonly spec?: object };
    return 'selector' in spec || 'targetRef' in spec || 'targetRefs' in spec ? undefined : metadata.namespace;
  }

  public outsideHostsOf(object: ApiObject): readonly string[] {
    if (object.apiGroup !== 'networking.istio.io' || object.kind !== ServiceEntry.GVK.kind) {
      return [];
    }
    const { spec } = object.toJson() as { readonly spec?: { readonly hosts?: readonly string[] } };
    return spec?.hosts ?? [];
  }

  public telemetry(place: Construct, metadata: ObjectName, intent: () => TelemetryIntent): ApiObject {
    const { release } = this.installation;
    const spec = knownSpec({ place, kind: Telemetry.GVK.kind, release }, () => telemetrySpec(intent()));
    return patchedLast(new Telemetry(place, 'Default', { metadata: { ...metadata }, spec }));
  }
}
