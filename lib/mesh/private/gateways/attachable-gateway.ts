import { Construct } from 'constructs';
import { Mesh } from '../../mesh';
import { claimName } from '../claim-name';
import { covers } from '../hosts/hostname';
import { claimAccount } from '../pods/account';
import { sectionName } from '../section-name';
import { Slot } from '../slot';
import type { SectionIntent } from './attached-intent';
import { Attachment } from './attachment';
import type { ListenerIntent } from './gateway-intent';

/** A gateway of the Kubernetes Gateway API that is ours. */
export interface AttachableGateway {
  readonly name: string;
  /** `namespace/name` */
  readonly reference: string;
  readonly gatewayClass: string;
  readonly listeners: readonly ListenerIntent[];
  /** whether routes of every namespace may attach themselves */
  readonly isOpen: boolean;
  readonly grantedNamespaces?: readonly string[];
}

/** The API knows no gateway with more. */
const MOST_SECTIONS = 64;

/** What a Service can be called. */
const SERVICE = /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Creates the gateway, and what leads from HTTP to HTTPS.
 *
 * @returns how routes attach themselves to it
 * @throws when the mesh could not run it
 */
export function createAttachableGateway(owner: Construct, gateway: AttachableGateway): Attachment {
  const { name, reference, gatewayClass, listeners, isOpen, grantedNamespaces } = gateway;
  const { path } = owner.node;
  const service = `${name}-${gatewayClass}`;
  if (!SERVICE.test(service)) {
    throw new Error(`${path}: the mesh calls the Service of its pods "${service}", which is not a valid Service name: it must begin with a letter, without dots, and have at most 63 characters. Use another gatewayName or gatewayClass.`);
  }
  claimPods(owner, service);
  const sections = listeners.flatMap(listener => sectionsOf(listener, isOpen));
  if (sections.length > MOST_SECTIONS) {
    throw new Error(`${path}: its hostnames need ${sections.length} listeners, but a Gateway of the Kubernetes Gateway API has at most ${MOST_SECTIONS}. Divide the hostnames among gateways, or use one name for several, such as "*.example.com".`);
  }
  const { attached } = Mesh.of(owner)._provider;
  attached.gateway(owner, name, { gatewayClass, sections });
  const upgraded = listeners.filter(({ redirects }) => redirects).flatMap(listener => sectionsOf(listener, false));
  if (upgraded.length > 0) {
    const [namespace] = reference.split('/');
    const parent = { name, namespace, sections: upgraded.map(section => section.name) };
    new Slot(owner, 'to-https', place => attached.upgrade(place, `${name}.to-https`, { parent })).fill();
  }
  const served = sections.filter(section => !upgraded.some(({ name: redirecting }) => redirecting === section.name));
  return new Attachment(owner, { reference, grantedNamespaces, listenerOf: hostname => closest(served, hostname)?.name });
}

/** What the mesh makes in the namespace of the gateway has the same name, whatever it is. @throws with both paths when something is called so */
function claimPods(owner: Construct, name: string): void {
  const repair = 'Use another gatewayName or gatewayClass.';
  ['Service', 'Deployment'].forEach(what => claimName(owner, { what, name }, owner.node.path, repair));
  claimAccount(owner, name, repair);
}

/** Nobody else may attach anything to what only leads to HTTPS. */
function sectionsOf({ name, port, hostnames, tls, redirects }: ListenerIntent, isOpen: boolean): SectionIntent[] {
  return hostnames.map(hostname => ({ name: sectionName(name, hostname), port, hostname, tls, isOpen: isOpen && !redirects }));
}

/** A request comes in by the listener whose hostname is the most like its own. */
function closest(sections: readonly SectionIntent[], hostname: string): SectionIntent | undefined {
  const serving = sections.filter(section => covers(section.hostname, hostname));
  return serving.sort((a, b) => b.hostname.length - a.hostname.length)[0];
}
