import { IConstruct } from 'constructs';
import { boundaryOf } from '../boundary';
import { compareTexts } from '../compare-texts';

/** A gateway whose pods whoever installs the mesh creates. */
export interface InstalledGatewayIntent {
  readonly kind: 'egress' | 'ingress';
  /** name of the gateway */
  readonly name: string;
  /** of the pods */
  readonly namespace: string;
  readonly podLabels: Readonly<Record<string, string>>;
  /** undefined: as the installer calls it */
  readonly serviceName?: string;
  /** as which the pods run; undefined: as the installer calls it */
  readonly account?: string;
}

/** Has whoever installs the mesh told of a gateway of the same environment. */
export function addInstalledGateway(owner: IConstruct, gateway: InstalledGatewayIntent): void {
  const boundary: IConstruct & { [GATEWAYS]?: InstalledGatewayIntent[] } = boundaryOf(owner);
  (boundary[GATEWAYS] ??= []).push(gateway);
}

/** Those of an environment, each of several that share their pods once. */
export function installedGatewaysOf(construct: IConstruct): readonly InstalledGatewayIntent[] {
  const { [GATEWAYS]: all = [] }: IConstruct & { [GATEWAYS]?: InstalledGatewayIntent[] } = boundaryOf(construct);
  const sorted = [...all].sort((a, b) => compareTexts(textOf(a), textOf(b)));
  return [...new Map(sorted.reverse().map(gateway => [podsOf(gateway), gateway])).values()].reverse();
}

const GATEWAYS = Symbol.for('cdk8s-mesh.InstalledGateways');

function podsOf({ namespace, podLabels }: InstalledGatewayIntent): string {
  return JSON.stringify([namespace, Object.entries(podLabels).sort(([a], [b]) => compareTexts(a, b))]);
}

function textOf({ kind, name, namespace, podLabels, account, serviceName }: InstalledGatewayIntent): string {
  return JSON.stringify([kind, namespace, serviceName ?? '', podLabels, name, account ?? '']);
}
