import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { Mesh } from '../../mesh';
import type { HostPolicyIntent } from '../intent';
import { requireLabel } from '../names';
import { createService } from '../pods/service';
import { Slot } from '../slot';
import { claimHost } from './host-owners';
import type { PortIntent } from './service-ports';

/** A service, as far as the hosts of its versions have to know it. */
export interface VersionedService extends Construct {
  readonly host: string;
  readonly serviceName: string;
}

/** What a service tells of its versions. */
export interface VersionHostsOwner {
  readonly service: VersionedService;
  readonly ports: readonly PortIntent[];
  /** labels of the pods of all versions; undefined: not known here */
  readonly podLabels: () => Readonly<Record<string, string>> | undefined;
  /** whether requests are sent to the version as such */
  readonly isUsed: (version: string) => boolean;
  readonly hasPolicies: () => boolean;
  /** what is said of connections to the version */
  readonly policy: (version: string) => Omit<HostPolicyIntent, 'host' | 'subsets'>;
}

/**
 * A host for each version of a service, for routes that can only send to whole Services, as those of the Kubernetes Gateway API. It has a Service of
 * its own, and what is said of connections to the service is said of it once more.
 */
export class VersionHosts {
  private isWanted = false;
  private readonly hosts = new Map<string, { readonly service: Slot; readonly policy: Slot; readonly access?: Slot }>();
  private readonly labels: Record<string, string> = {};
  private readonly services: ApiObject[] = [];

  constructor(private readonly owner: VersionHostsOwner) {}

  /** Makes the places of one more version. */
  public add(version: string, labels: Readonly<Record<string, string>>, place: Construct): void {
    const { ports, policy, service: { host } } = this.owner;
    const { front } = Mesh.of(place)._provider;
    const both = new Construct(place, `version-${version}`);
    const service = new Slot(both, 'service', at => {
      claimHost(both, this.fullNameOf(version));
      const selector = { ...this.requirePodLabels(), ...labels };
      const made = createService(at, { name: this.nameOf(version), app: this.owner.service.serviceName, ports, selector });
      this.services.push(made);
      addLabels(made, this.labels);
      return made;
    });
    this.hosts.set(version, {
      service,
      policy: new Slot(both, 'policy', at => Mesh.of(at)._provider.hostPolicy(at, this.nameOf(version), () => (
        { host: this.fullNameOf(version), versionOf: host, subsets: [], ...policy(version) }
      ))),
      access: front && new Slot(both, 'access', at => front.versionAccess(at, this.nameOf(version), host)),
    });
  }

  /** Routes need them from now on. @throws when nobody can say which pods are of a version */
  public want(): void {
    this.isWanted = true;
    this.update();
  }

  /** Makes what is needed by now. */
  public update(): void {
    const { hasPolicies, isUsed } = this.owner;
    const needed = [...this.hosts].filter(([version]) => this.isWanted && isUsed(version));
    needed.forEach(([, { access, service, policy }]) => {
      service.fill();
      access?.fill();
      if (hasPolicies()) {
        policy.fill();
      }
    });
  }

  /** Adds labels to the Services, those to come included. */
  public label(labels: Readonly<Record<string, string>>): void {
    Object.assign(this.labels, labels);
    this.services.forEach(service => addLabels(service, labels));
  }

  /** The host of a version; undefined while nobody needs it. */
  public hostOf(version: string): string | undefined {
    return this.isWanted && this.owner.isUsed(version) ? this.fullNameOf(version) : undefined;
  }

  private nameOf(version: string): string {
    const { serviceName, node: { path } } = this.owner.service;
    return requireLabel(`${serviceName}-${version}`, path);
  }

  private fullNameOf(version: string): string {
    const { host, serviceName } = this.owner.service;
    return `${this.nameOf(version)}${host.slice(serviceName.length)}`;
  }

  private requirePodLabels(): Readonly<Record<string, string>> {
    const { podLabels, service: { node: { path } } } = this.owner;
    const labels = podLabels();
    if (labels === undefined) {
      throw new Error(`${path}: routes of the Kubernetes Gateway API send only to Services, so each version needs one, but its pods are not known. Set the labels that the Service of all versions selects: podLabels: { app: "..." }.`);
    }
    return labels;
  }
}

function addLabels({ metadata }: ApiObject, labels: Readonly<Record<string, string>>): void {
  Object.entries(labels).forEach(([label, value]) => metadata.addLabel(label, value));
}
