import { MutualTls } from '../../mutual-tls';
import { PortIntent, portOf } from '../hosts/service-ports';
import type { ConnectionSafetyIntent } from './access-intent';
import type { AccessOwner } from './access-owner';
import { sharedTarget } from './shared-target';

/** Which connections some pods take. */
export class SafetyRules {
  private readonly modes = new Map<number | undefined, MutualTls>();

  constructor(private readonly owner: AccessOwner) {}

  /** what is said of all ports */
  public get mode(): MutualTls | undefined {
    return this.modes.get(undefined);
  }

  /** @throws when that is not to be said here, or was said before */
  public secure(mode: MutualTls, port: number | undefined, place: string): void {
    const { kind, ports } = this.owner;
    if (kind === 'gateway') {
      throw new Error(`${place}: a gateway accepts connections from outside the mesh as set in its tls. Use GatewayTls.mutual to require client certificates.`);
    }
    if (this.modes.has(port)) {
      throw new Error(`${place}: is already set${port === undefined ? '' : ` for port ${port}`}. Set it once.`);
    }
    if (port !== undefined) {
      if (ports === undefined) {
        throw new Error(`${place}: only a service has ports. Set it on the service.`);
      }
      portOf(ports, port, place);
    }
    this.owner.pods();
    this.modes.set(port, mode);
  }

  public intent(): ConnectionSafetyIntent {
    const { ports = [], pods } = this.owner;
    const said = ports.flatMap(({ port, targetPort }) => this.modes.has(port) ? [[targetPort, this.modes.get(port)!] as const] : []);
    return { pods: pods(), mode: this.mode, ports: new Map(said.sort(([a], [b]) => a - b)) };
  }

  /** Those of the pods that are said to take plain text, each by itself. */
  public get plainPorts(): number[] {
    const isPlain = (mode?: MutualTls): boolean => mode !== undefined && mode !== MutualTls.STRICT;
    return (this.owner.ports ?? []).filter(({ port }) => isPlain(this.modes.get(port))).map(({ targetPort }) => targetPort);
  }

  /** Ports that are one port of the pods, which takes its connections in one way, and of which different ways are said. */
  public problems(): string[] {
    const { place, ports = [] } = this.owner;
    const modeOf = ({ port }: PortIntent): MutualTls => this.modes.get(port) ?? this.mode ?? this.owner.usualTls();
    const said = ports.filter(({ port }) => this.modes.has(port));
    const pairs = said.flatMap(port => sharedTarget(port, ports).filter(other => modeOf(other) !== modeOf(port)).map(other => [port, other]));
    return pairs.slice(0, 1).map(pair => {
      const [one, other] = [...pair].sort((a, b) => a.port - b.port);
      return `${place}, mutualTls: the ports ${one.port} and ${other.port} of the Service are both port ${one.targetPort} of the pods, which has only one mode, but would be ${modeOf(one)} by the one and ${modeOf(other)} by the other. Use the same for both, or give each its own targetPort.`;
    });
  }

  /** Which connections are taken at some ports of the pods, or at all. */
  public modesAt(ports?: readonly number[]): MutualTls[] {
    const usual = this.mode ?? this.owner.usualTls();
    return this.portsOf(ports)?.map(({ port }) => this.modes.get(port) ?? usual) ?? [usual];
  }

  /** The same as far as it is said here. */
  public saidModes(ports?: readonly number[]): MutualTls[] {
    const said = this.portsOf(ports)?.map(({ port }) => this.modes.get(port) ?? this.mode) ?? [this.mode];
    return said.filter(mode => mode !== undefined);
  }

  /** Those of the Service, given those of the pods, or all; undefined: not known here. */
  private portsOf(targets?: readonly number[]): readonly PortIntent[] | undefined {
    return this.owner.ports?.filter(({ targetPort }) => targets === undefined || targets.includes(targetPort));
  }
}
