import { IConstruct } from 'constructs';
import { ownerOf } from '../claim';
import type { InstallIntent } from '../platform/install-intent';
import { ownerOfNamespace } from '../platform/namespace-owners';
import type { TelemetryOwner, TelemetryRules } from './telemetry-rules';

interface SeenScope extends IConstruct {
  readonly telemetry: { readonly _rules: TelemetryRules };
}

/** Whoever says what exists once in a mesh. */
export interface SinkOwner extends SeenScope {
  readonly _install: InstallIntent;
}

/** The platform of an environment; undefined when another team has it. */
export function platformOf(construct: IConstruct): SinkOwner | undefined {
  return ownerOf('platform', construct) as SinkOwner | undefined;
}

/** What is said of more pods in the same environment, widest first. */
export function widerScopes(construct: IConstruct, kind: TelemetryOwner['kind'], namespace: () => string): readonly TelemetryRules[] {
  const platform = kind === 'mesh' ? undefined : platformOf(construct);
  const around = kind === 'mesh' || kind === 'namespace' ? undefined : ownerOfNamespace(namespace(), construct) as SeenScope | undefined;
  return [platform, around].flatMap(scope => scope === undefined ? [] : [scope.telemetry._rules]);
}
