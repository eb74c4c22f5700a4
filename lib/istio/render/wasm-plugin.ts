import {
  WasmPluginSpec, WasmPluginSpecFailStrategy, WasmPluginSpecImagePullPolicy, WasmPluginSpecMatch, WasmPluginSpecMatchMode, WasmPluginSpecPhase,
  WasmPluginSpecVmConfig, WasmPluginSpecVmConfigEnvValueFrom,
} from '../../../imports/extensions.istio.io';
import type { WasmFilterIntent } from '../private/wasm-filter-intent';
import { selection } from './selection';

/** A program of WebAssembly, as a WasmPlugin tells proxies to run it. */
export function wasmPluginSpec(intent: WasmFilterIntent): WasmPluginSpec {
  const { module, pods, config, onFailure, phase, pluginName, priority, traffic } = intent;
  return {
    ...pods && selection(pods),
    url: module.url,
    sha256: module.sha256,
    imagePullPolicy: module.alwaysPull === true ? WasmPluginSpecImagePullPolicy.ALWAYS : undefined,
    imagePullSecret: module.pullSecret,
    pluginConfig: config,
    pluginName,
    phase: phase as WasmPluginSpecPhase | undefined,
    priority,
    failStrategy: onFailure as unknown as WasmPluginSpecFailStrategy,
    match: traffic.length === 0 ? undefined : traffic.map(matchOf),
    vmConfig: vmConfigOf(intent),
  };
}

function matchOf({ mode, ports }: WasmFilterIntent['traffic'][number]): WasmPluginSpecMatch {
  return {
    mode: WasmPluginSpecMatchMode[mode],
    ports: ports.length === 0 ? undefined : ports.map(number => ({ number })),
  };
}

function vmConfigOf({ env, hostEnv }: WasmFilterIntent): WasmPluginSpecVmConfig | undefined {
  const { INLINE, HOST } = WasmPluginSpecVmConfigEnvValueFrom;
  const variables = [
    ...Object.entries(env).map(([name, value]) => ({ name, value, valueFrom: INLINE })),
    ...hostEnv.map(name => ({ name, valueFrom: HOST })),
  ];
  return variables.length === 0 ? undefined : { env: variables };
}
