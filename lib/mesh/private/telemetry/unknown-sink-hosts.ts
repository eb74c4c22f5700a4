import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Mesh } from '../../mesh';
import { ownerOf } from '../claim';
import { serviceOf } from '../hosts/service-host';
import { judgeTogether } from '../judged-together';
import type { InstallIntent } from '../platform/install-intent';
import type { SinksIntent } from './telemetry-intent';
import { samplerHost } from './used-sinks';

type SinkPlatform = IConstruct & { readonly _install: InstallIntent };

/**
 * Makes it an error that a sink is at a host outside of the cluster which nothing in the environment makes known: the mesh then drops the sink, and
 * nobody is told. What another repository makes known is said of the mesh.
 */
export function judgeSinkHosts(platform: SinkPlatform): void {
  judgeTogether(platform, PLATFORMS, platform, (platforms, objects) => platforms.flatMap(each => problemsOf(each, objects)));
}

const PLATFORMS = Symbol.for('cdk8s-mesh.SinkPlatforms');

function problemsOf(platform: SinkPlatform, objects: readonly ApiObject[]): string[] {
  const mesh = Mesh.of(platform);
  const isUnknown = (host: string): boolean => (
    serviceOf(host) === undefined && !mesh.proxyHosts.includes(host) && ownerOf(`host ${host}`, platform) === undefined
  );
  const unknown = hostsOf(platform._install.sinks).filter(({ host }) => isUnknown(host));
  const said = unknown.length === 0 ? new Set() : new Set(objects.flatMap(object => mesh._provider.telemetry.outsideHostsOf(object)));
  return unknown.filter(({ host }) => !said.has(host)).map(({ host, name, what }) => (
    `${platform.node.path}: ${what} "${name}" is at "${host}", which nothing here makes known to the mesh, so that it drops the sink and all that goes there. Say new ExternalService(..., { host: "${host}", ... }); or if another repository does so, proxyHosts: ["${host}"] of the mesh.`
  ));
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
