import { TrafficCapture } from '../../traffic-capture';
import { requireRange } from '../address-range';
import { isPort } from '../hosts/ports';

const PORTS = ['excludeInboundPorts', 'excludeOutboundPorts'] as const;

const RANGES = ['excludeOutboundRanges', 'includeOutboundRanges'] as const;

/** @throws when nothing is said, a port or a range is none, or the main port of the service would go past the proxy */
export function captureIntent(capture: TrafficCapture, mainPort: number, place: string): TrafficCapture {
  if (Object.values(capture).every(value => value === undefined)) {
    throw new Error(`${place}: no options are set. Set at least one, such as excludeOutboundPorts.`);
  }
  for (const name of [...PORTS, ...RANGES]) {
    if (capture[name]?.length === 0) {
      throw new Error(`${place}: ${name} is empty. Name at least one, or leave it out.`);
    }
  }
  PORTS.forEach(name => capture[name]?.forEach(port => requirePortIn(port, `${place}: ${name}`)));
  RANGES.forEach(name => capture[name]?.forEach(range => requireRange(range, `${place}: ${name}`)));
  if (capture.excludeInboundPorts?.includes(mainPort)) {
    throw new Error(`${place}: ${mainPort} is the main port of the service, where the mesh would have no effect. Remove it from excludeInboundPorts.`);
  }
  return structuredClone(capture);
}

function requirePortIn(port: number, name: string): void {
  if (!isPort(port)) {
    throw new Error(`${name} cannot hold ${port}. Use whole numbers from 1 to 65535.`);
  }
}
