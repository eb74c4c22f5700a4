import { AppProtocol } from '../../app-protocol';
import { ServicePort } from '../../service-port';
import { isUdp } from '../routing/layer';
import { isPort, requirePort } from './ports';

/** A port of a service, with all that was left out. */
export type PortIntent = Required<ServicePort>;

/**
 * The ports of a service, the main one first.
 *
 * @throws when a number is no port, a name is none, or two ports have a number or a name in common
 */
export function servicePorts(ports: readonly ServicePort[], place: string): readonly PortIntent[] {
  const complete = ports.reduce<readonly PortIntent[]>((before, port) => [...before, completed(port, before, place)], []);
  complete.forEach(({ port, name, protocol }, index) => {
    const isSame = (other: PortIntent): boolean => other.port === port && isUdp(other.protocol) === isUdp(protocol);
    const first = complete.slice(0, index).find(other => other.name === name || isSame(other));
    if (first !== undefined) {
      throw new Error(`${place}: two ports are ${first.port === port ? port : `called "${name}"`}. Give each its own number and name.`);
    }
  });
  return complete;
}

function completed(said: ServicePort, before: readonly PortIntent[], place: string): PortIntent {
  const { port, targetPort = port, protocol = AppProtocol.HTTP } = said;
  if (!isPort(port)) {
    throw new Error(`${place}: ${port} is not a valid port. Use a whole number from 1 to 65535.`);
  }
  requirePort(targetPort, `${place}, port ${port}: targetPort`);
  const name = said.name ?? (before.some(other => other.name === protocol as string) ? `${protocol}-${port}` : protocol);
  requireName(name, protocol, `${place}, port ${port}`);
  return { port, targetPort, protocol, name };
}

/** As long as the name of a container's port may be. */
const NAME = /^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/;

/** A name that begins with another protocol would mislead those who read it, older meshes among them. */
function requireName(name: string, protocol: AppProtocol, place: string): void {
  if (!NAME.test(name)) {
    throw new Error(`${place}: "${name}" is not a valid port name. Use lowercase letters, digits and inner hyphens, at least one letter, and at most 15 characters.`);
  }
  const begun = Object.values(AppProtocol).filter(known => name === known as string || name.startsWith(`${known}-`));
  if (begun.length > 0 && !begun.includes(protocol)) {
    throw new Error(`${place}: is called "${name}" but speaks ${protocol}. Set protocol: AppProtocol.${nameOf(begun[begun.length - 1])}, or begin the name with "${protocol}".`);
  }
}

function nameOf(protocol: AppProtocol): string {
  return Object.entries(AppProtocol).find(([, value]) => value === protocol)![0];
}

/** The port of this number. @throws with those that there are when there is none */
export function portOf(ports: readonly PortIntent[], number: number, place: string): PortIntent {
  const known = ports.find(({ port }) => port === number);
  if (known === undefined) {
    throw new Error(`${place}: has no port ${number}. Known ports: ${ports.map(({ port }) => port).join(', ')}. Use the port of the Service, not of its pods.`);
  }
  return known;
}
