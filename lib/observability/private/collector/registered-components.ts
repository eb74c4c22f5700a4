import { EnvValue, k8s } from 'cdk8s-plus-28';
import type { ServicePort } from '../../../mesh/service-port';
import type { CollectorVersion } from '../../collector-version';
import type { Signal } from '../../signal';
import type { ComponentIntent, ComponentKind } from './component-intent';
import { typeIn } from './component-types';

/** The components of a configuration, in the order in which they were said. */
export class RegisteredComponents {
  private readonly byId: Record<ComponentKind, Map<string, ComponentIntent>> = {
    receivers: new Map(),
    processors: new Map(),
    exporters: new Map(),
    extensions: new Map(),
  };

  private readonly variables = new Map<string, EnvValue>();
  private isOfNode = false;
  private readonly readers: ((variable: string, value: EnvValue) => void)[] = [];

  /** @param reserved what the collector itself listens at, by port */
  constructor(private readonly version: CollectorVersion, private readonly reserved: ReadonlyMap<number, string>) {}

  /** @throws when it is not for the signal, another has its id, one of its variables or ports, or the version has it no more */
  public add(component: ComponentIntent, place: string, signal?: Signal): void {
    const { kind, signals, uses = [] } = component;
    const id = this.idOf(component, place);
    if (signal !== undefined && signals?.includes(signal) === false) {
      throw new Error(`${place}: "${id}" supports only ${signals.join(' and ')}. Leave it out of the pipeline of ${signal}.`);
    }
    const known = this.byId[kind].get(id);
    if (known === component) {
      return;
    }
    if (known !== undefined) {
      throw new Error(`${place}: two ${kind} are called "${id}". Use one object in both places, or give one of the two a name.`);
    }
    uses.forEach(used => this.add(used, place));
    this.requirePorts(component, id, place);
    this.takeVariables(component, id, place);
    if (this.isOfNode) {
      this.takeVariables({ env: component.nodeEnv }, id, place);
    }
    this.byId[kind].set(id, component);
  }

  /** What a component is called. */
  public idOf({ kind, name, type }: ComponentIntent, place = ''): string {
    const known = typeIn(this.version, { kind, type }, place);
    return name === undefined ? known : `${known}/${name}`;
  }

  /** Those of a kind, by what they are called. */
  public of(kind: ComponentKind): ReadonlyMap<string, ComponentIntent> {
    return this.byId[kind];
  }

  /** Gives each variable that they read, those of later components as well. */
  public readVariables(reader: (variable: string, value: EnvValue) => void): void {
    this.readers.push(reader);
    this.variables.forEach((value, variable) => { reader(variable, value); });
  }

  /** Ports at which they listen: those for who sends, and those for a Prometheus. */
  public ports(isScraped: boolean): readonly ServicePort[] {
    return this.all().filter(component => (component.isScraped ?? false) === isScraped).flatMap(({ ports = [] }) => ports);
  }

  /** Tells them that each node has a collector of its own. */
  public beOfNode(place: string): void {
    this.isOfNode = true;
    Object.values(this.byId).forEach(components => components.forEach(({ nodeEnv }, id) => { this.takeVariables({ env: nodeEnv }, id, place); }));
  }

  /** Whether each node has a collector of its own. */
  public get areOfNode(): boolean {
    return this.isOfNode;
  }

  /** What they ask the API server for. */
  public get rights(): readonly k8s.PolicyRule[] {
    return this.all().flatMap(({ rights = [] }) => rights);
  }

  /** Whether all spans of a trace have to come together. */
  public get needsWholeTraces(): boolean {
    return this.all().some(({ kind, type }) => kind === 'processors' && type === 'tail_sampling');
  }

  /** Whether several pods would each get the same, and count it twice. */
  public get fetches(): boolean {
    return this.all().some(({ fetches = false }) => fetches);
  }

  private all(): readonly ComponentIntent[] {
    return Object.values(this.byId).flatMap(components => [...components.values()]);
  }

  private requirePorts({ ports = [] }: ComponentIntent, id: string, place: string): void {
    ports.forEach(({ port }, index) => {
      const other = this.all().find(one => one.ports?.some(taken => taken.port === port));
      const own = this.reserved.get(port);
      if (own !== undefined) {
        throw new Error(`${place}: "${id}" listens at port ${port}, which is the ${own} of the collector. Use two different ports.`);
      }
      if (other !== undefined) {
        throw new Error(`${place}: "${id}" and "${this.idOf(other)}" both listen at port ${port}. Use two different ports.`);
      }
      if (ports.findIndex(one => one.port === port) !== index) {
        throw new Error(`${place}: "${id}" listens twice at port ${port}. Use two different ports.`);
      }
    });
  }

  private takeVariables({ env = {} }: Pick<ComponentIntent, 'env'>, id: string, place: string): void {
    for (const [variable, value] of Object.entries(env)) {
      const taken = this.variables.get(variable);
      if (taken !== undefined && JSON.stringify(taken) !== JSON.stringify(value)) {
        throw new Error(`${place}: "${id}" reads the variable ${variable}, which another component uses for something else. Give one of the two another name.`);
      }
      if (taken === undefined) {
        this.variables.set(variable, value);
        this.readers.forEach(read => { read(variable, value); });
      }
    }
  }
}
