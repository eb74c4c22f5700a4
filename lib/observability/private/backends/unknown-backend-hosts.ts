import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Mesh } from '../../../mesh/mesh';
import type { MeshService } from '../../../mesh/mesh-service';
import { OutboundAccess } from '../../../mesh/outbound-access';
import { ownerOf } from '../../../mesh/private/claim';
import { judgeTogether } from '../../../mesh/private/judged-together';
import type { InstallIntent } from '../../../mesh/private/platform/install-intent';
import type { ComponentIntent } from '../collector/component-intent';
import type { RegisteredComponents } from '../collector/registered-components';

/** A collector, and the pods from which it sends. */
export interface SendingCollector {
  readonly service: MeshService;
  readonly components: RegisteredComponents;
  readonly place: string;
}

/**
 * Makes it an error that a collector sends to a host outside of the cluster that nothing in the environment makes known, where the platform of the
 * environment lets pods reach registered hosts alone: proxies drop all that goes there, and the collector alone tells of it, in its log. What another
 * repository makes known is said of the mesh.
 */
export function judgeBackendHosts(collector: SendingCollector): void {
  judgeTogether(collector.service, COLLECTORS, collector, (all, objects) => {
    const closed = all.filter(({ service }) => service.inMesh && isClosed(service));
    return closed.flatMap(each => problemsOf(each, objects));
  });
}

const COLLECTORS = Symbol.for('cdk8s-mesh.SendingCollectors');

function isClosed(service: MeshService): boolean {
  const platform: (IConstruct & { readonly _install?: InstallIntent }) | undefined = ownerOf('platform', service);
  return platform?._install?.outbound === OutboundAccess.REGISTERED_ONLY;
}

function problemsOf({ components, place, service }: SendingCollector, objects: readonly ApiObject[]): string[] {
  const mesh = Mesh.of(service);
  const passed = service.proxy._intent().capture;
  if (passed?.excludeOutboundRanges !== undefined || passed?.includeOutboundRanges !== undefined) {
    return [];
  }
  const targets = [...components.of('exporters')].flatMap(([id, component]) => targetOf(component).map(target => ({ id, ...target })));
  const unknown = targets.filter(({ host, port }) => (
    passed?.excludeOutboundPorts?.includes(port) !== true && !mesh.proxyHosts.includes(host) && !namesOf(host).some(name => ownerOf(`host ${name}`, service) !== undefined)
  ));
  const said = unknown.length === 0 ? new Set() : new Set(objects.flatMap(object => mesh._provider.telemetry.outsideHostsOf(object)));
  return unknown.filter(({ host }) => !namesOf(host).some(name => said.has(name))).map(({ host, id }) => (
    `${place}: the exporter "${id}" sends to "${host}", which is not known to the mesh, and the platform lets pods reach only registered hosts, so proxies drop all that goes there. Create new ExternalService(..., { host: "${host}", ... }); or if another repository does so, set proxyHosts: ["${host}"] of the mesh.`
  ));
}

/** Where an exporter sends, if that is a full name outside of the cluster: what variables or addresses stand for is not known. */
function targetOf({ config, ports }: ComponentIntent): { readonly host: string; readonly port: number }[] {
  // What listens has the same word for where it does.
  const endpoint = ports === undefined ? config?.({ listenAt: String, idOf: ({ type }) => type, isOfNode: false }).endpoint : undefined;
  const [, scheme, host, port = scheme === 'http://' ? '80' : '443'] = FULL_NAME.exec(String(endpoint)) ?? [];
  return host === undefined || /\.svc(\.|$)/.test(host) ? [] : [{ host, port: Number(port) }];
}

/** An address of a full name. Two words are those of a service and its namespace, perhaps. */
const FULL_NAME = /^(https?:\/\/|dns:\/\/\/)?((?:[a-z\d-]+\.){2,}[a-z][a-z\d-]*)(?::(\d+))?(?:\/.*)?$/i;

/** A host, and the wildcards that stand for it. */
function namesOf(host: string): readonly string[] {
  const words = host.split('.');
  return [host, ...words.slice(1).map((_, index) => `*.${words.slice(index + 1).join('.')}`)];
}
