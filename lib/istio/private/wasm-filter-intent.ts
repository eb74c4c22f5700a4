import type { WorkloadIntent } from '../../mesh/private/workload-intent';
import { WasmFailure } from '../wasm-failure';
import { WasmPhase } from '../wasm-phase';
import type { WasmModuleIntent } from './wasm-module-intent';

/** A program that proxies run for each request. */
export interface WasmFilterIntent {
  readonly module: WasmModuleIntent;
  /** undefined: all of the namespace, or of the mesh */
  readonly pods?: WorkloadIntent;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string>>;
  readonly hostEnv: readonly string[];
  readonly onFailure: WasmFailure;
  readonly phase?: WasmPhase;
  readonly pluginName?: string;
  readonly priority?: number;
  readonly traffic: ReadonlyArray<{ readonly mode: 'CLIENT' | 'SERVER'; readonly ports: readonly number[] }>;
}
