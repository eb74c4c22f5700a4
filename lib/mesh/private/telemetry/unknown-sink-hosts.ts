import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Mesh } from '../../mesh';
import { ownerOf } from '../claim';
import { serviceOf } from '../hosts/service-host';
import { judgeTogether } from '../judged-together';
import type { InstallIntent } from '../platform/install-intent';
import type { SinkAddressIntent, SinksIntent } from './telemetry-intent';
import { samplerHost } from './used-sinks';

type SinkPlatform = IConstruct & { readonly _install: InstallIntent };

/**
 * Makes it an error that a sink is at a host outside of the cluster which nothing in the environment makes known: the mesh then drops the sink, and
 * nobody is told. What another repository makes known is said of the mesh. And so is a port that a Service of the environment does not have.
 */
export function judgeSinkHosts(platform: SinkPlatform): void {
  judgeTogether(platform, PLATFORMS, platform, (platforms, objects) => (
    platforms.flatMap(each => [...unknownHosts(each, objects), ...unknownPorts(each, objects)])
  ));
}

const PLATFORMS = Symbol.for('cdk8s-mesh.SinkPlatforms');

function unknownHosts(platform: SinkPlatform, objects: readonly ApiObject[]): string[] {
  const mesh = Mesh.of(platform);
  const isUnknown = (host: string): boolean => (
    serviceOf(host) === undefined && !mesh.proxyHosts.includes(host) && ownerOf(`host ${host}`, platform) === undefined
  );
  const unknown = hostsOf(platform._install.sinks).filter(({ host }) => isUnknown(host));
  const said = unknown.length === 0 ? new Set() : new Set(objects.flatMap(object => mesh._provider.telemetry.outsideHostsOf(object)));
  return unknown.filter(({ host }) => !said.has(host)).map(({ host, name, what }) => (
    `${platform.node.path}: ${what} "${name}" is at "${host}", which is not known to the mesh, so it drops the sink and all its data. Create new ExternalService(..., { host: "${host}", ... }); or if another repository does so, set proxyHosts: ["${host}"] of the mesh.`
  ));
}

/** A port of a service that is rendered here, and has none of this number: the mesh tells proxies of it all the same. */
function unknownPorts({ node, _install: { sinks } }: SinkPlatform, objects: readonly ApiObject[]): string[] {
  return [...sinks?.traces ?? [], ...sinks?.logs ?? []].flatMap(({ definition, name }) => {
    const { host, port } = addressIn(definition) ?? {};
    const ports = host === undefined ? undefined : portsOf(host, objects);
    return ports === undefined || ports.includes(port) ? [] : [
      `${node.path}: the sink "${name}" is at port ${port} of "${host}", which has no such port, so all its data is lost. Known ports: ${ports.join(', ')}.`,
    ];
  });
}

function addressIn(definition: SinksIntent['traces' | 'logs'][number]['definition']): SinkAddressIntent | undefined {
  return definition !== undefined && 'address' in definition ? definition.address : undefined;
}

/** The ports of a Service of this host among the objects; undefined: none of them is. */
function portsOf(host: string, objects: readonly ApiObject[]): unknown[] | undefined {
  const meant = serviceOf(host);
  const found = objects.find(({ kind, metadata, apiVersion, chart }) => (
    kind === 'Service' && apiVersion === 'v1' && metadata.name === meant?.name && (metadata.namespace ?? chart.namespace) === meant?.namespace
  ));
  const { spec }: { readonly spec?: { readonly ports?: ReadonlyArray<{ readonly port?: unknown }> } } = found?.toJson() ?? {};
  return spec?.ports?.map(({ port }) => port);
}

interface SinkHost {
  readonly what: string;
  readonly name: string;
  readonly host: string;
}

function hostsOf({ logs, traces }: SinksIntent = { traces: [], logs: [], byDefault: { traces: [], logs: [] } }): SinkHost[] {
  return [...traces, ...logs].flatMap(sink => [['the sink', sink.host], ['the sampler of the sink', samplerHost(sink)]].flatMap(([what, host]) => (
    host === undefined ? [] : [{ what: what!, name: sink.name, host }]
  )));
}
