import { layerOf } from '../../mesh/private/routing/layer';
import type { WorkloadIntent } from '../../mesh/private/workload-intent';
import { WasmTraffic } from '../wasm-traffic';

/** @throws when nothing would pass the filter that it is said for */
export function requireWasmTraffic(traffic: readonly WasmTraffic[] | undefined, pods: WorkloadIntent | undefined, place: string): void {
  if (traffic === undefined) {
    return;
  }
  if (traffic.length === 0) {
    throw new Error(`${place}: no traffic would pass the filter. Use WasmTraffic.inbound(), or leave traffic out for all.`);
  }
  if (pods !== undefined && pods.ports === undefined) {
    throw new Error(`${place}: a gateway receives and forwards each request, so it has no inbound and outbound traffic. Leave out traffic.`);
  }
  traffic.filter(({ _mode: mode }) => mode === 'SERVER').forEach(({ _ports: ports }) => requireListened(ports, pods?.ports, place));
}

/** The mesh does not count the ports of the Service here, but those of the pods. */
function requireListened(ports: readonly number[], known: WorkloadIntent['ports'], place: string): void {
  const requests = known?.filter(({ protocol }) => layerOf(protocol) === 'requests').map(({ targetPort }) => targetPort);
  const strange = ports.find(port => requests?.includes(port) === false);
  if (requests !== undefined && (strange !== undefined || requests.length === 0)) {
    const what = strange === undefined ? 'the pods' : `port ${strange} of the pods`;
    const [rest, use] = requests.length === 0 ? ['', 'Set'] : [`, only at ${requests.join(', ')}`, 'Use one of these, or set'];
    throw new Error(`${place}: the mesh sees no requests at ${what}${rest}. ${use} what the service speaks, such as protocol: AppProtocol.HTTP.`);
  }
}
