import { Construct } from 'constructs';
import { WasmPlugin } from '../../imports/extensions.istio.io';
import { requireObjectName } from '../mesh/private/gateways/references';
import { homeOf } from '../mesh/private/hosts/private-host';
import { pathBelow } from '../mesh/private/path-below';
import { requireCount } from '../mesh/private/require-count';
import { IWorkload } from '../mesh/workload';
import { Istio } from './istio';
import { addFilterEntry } from './private/filter-entry';
import { claimFilterName } from './private/filter-name';
import { requireProxies } from './private/filtered-pods';
import { jsonObject } from './private/json-object';
import { knownSpec } from './private/known-spec';
import { patchedLast } from './private/patched-last';
import { requireWasmEnv } from './private/require-wasm-env';
import { requireWasmTraffic } from './private/require-wasm-traffic';
import type { WasmFilterIntent } from './private/wasm-filter-intent';
import { wasmPluginSpec } from './render/wasm-plugin';
import { WasmFailure } from './wasm-failure';
import { WasmModule } from './wasm-module';
import { WasmPhase } from './wasm-phase';
import { WasmTraffic } from './wasm-traffic';

/** A program that proxies run, and for which requests. */
export interface WasmFilterProps {
  /** The program. */
  readonly module: WasmModule;
  /**
   * What the program reads as its configuration, an object of JSON. It is no place for what is secret.
   *
   * @default - none
   */
  readonly config?: { [name: string]: unknown };
  /**
   * Variables that the program sees, with their values.
   *
   * @default - none
   */
  readonly env?: { [name: string]: string };
  /**
   * Name of the rendered object.
   *
   * @default - the id of the construct
   */
  readonly filterName?: string;
  /**
   * Variables of the proxy that the program sees as well.
   *
   * @default - none
   */
  readonly hostEnv?: string[];
  /**
   * What happens to requests when the program cannot be loaded, or crashes.
   *
   * @default WasmFailure.CLOSED
   */
  readonly onFailure?: WasmFailure;
  /**
   * Where in the way of a request it stands.
   *
   * @default - at the end, right before the request is sent on
   */
  readonly phase?: WasmPhase;
  /**
   * Which program of the module, if that has several: its root id.
   *
   * @default - the only one
   */
  readonly pluginName?: string;
  /**
   * Which of several in one phase comes first: the one with the greatest.
   *
   * @default - 0; of those with the same, the order is that of their namespaces and names
   */
  readonly priority?: number;
  /**
   * Which way the requests go that pass it. Not at a gateway.
   *
   * @default - what comes in as well as what the pods send
   */
  readonly traffic?: WasmTraffic[];
  /**
   * The pods whose proxies run it: those of a service, or of a gateway.
   *
   * @default - all of the namespace of the chart, gateways included; of the whole mesh, if that is the root namespace
   */
  readonly workload?: IWorkload;
}

/**
 * A program of WebAssembly that proxies run for each request. Of Istio only, and **coupled to the version of its proxy**: the program is built
 * against an interface of the proxy that changes with it, and what is rendered, a `WasmPlugin`, is of an API that is not stable (`v1alpha1`).
 */
export class WasmFilter extends Construct {
  constructor(scope: Construct, id: string, props: WasmFilterProps) {
    const place = pathBelow(scope, id);
    const { filterName = id, workload } = props;
    const mesh = Istio._of(scope, place, FEATURE);
    const name = requireObjectName(filterName, 'a filter', place);
    const pods = workload?._workload();
    requireProxies(pods, { mesh, place, feature: FEATURE });
    const intent: WasmFilterIntent = { ...programIntent(props, place), pods, traffic: [] };
    requireWasmTraffic(props.traffic, pods, place);
    const traffic = (props.traffic ?? []).map(({ _mode: mode, _ports: ports }) => ({ mode, ports }));
    super(scope, id);
    const namespace = pods?.namespace ?? homeOf(this);
    claimFilterName(this, WasmPlugin.GVK.kind, { name, namespace });
    const spec = knownSpec({ place: this, kind: WasmPlugin.GVK.kind, release: mesh.release }, () => wasmPluginSpec({ ...intent, traffic }));
    patchedLast(new WasmPlugin(this, 'Default', { metadata: { name, ...pods && { namespace } }, spec }));
    addFilterEntry(this, { kind: WasmPlugin.GVK.kind, name, pods: pods ?? { namespace }, trace: `wasmplugin/${namespace}.${name}"` });
  }
}

const FEATURE = 'a filter of WebAssembly';

function programIntent({ module, config, env = {}, hostEnv = [], onFailure = WasmFailure.CLOSED, phase, pluginName, priority }: WasmFilterProps, place: string): Omit<WasmFilterIntent, 'pods' | 'traffic'> {
  requireCount(priority, -(2 ** 31), `${place}: priority`);
  requireWasmEnv(env, hostEnv, place);
  if (pluginName !== undefined && !(pluginName.length >= 1 && pluginName.length <= 256)) {
    throw new Error(`${place}: pluginName must have 1 to 256 characters, got ${pluginName.length}. Use the root id under which the module registers the program.`);
  }
  return {
    module: module._intent,
    config: config && jsonObject(config, `${place}: config`),
    env: { ...env },
    hostEnv: [...hostEnv],
    onFailure,
    phase,
    pluginName,
    priority,
  };
}
