import { TrafficCapture } from '../../traffic-capture';
import { requireRange } from '../address-range';
import { isPort } from '../hosts/ports';

const PORTS = ['excludeInboundPorts', 'excludeOutboundPorts'] as const;

const RANGES = ['excludeOutboundRanges', 'includeOutboundRanges'] as const;

/** @throws when nothing is said, a port or a range is none, or the main port of the service would go past the proxy */
export function captureIntent(capture: TrafficCapture, mainPort: number, place: string): TrafficCapture {
  if (Object.values(capture).every(value => value === undefined)) {
    throw new Error(`${place}: this says nothing. Name at least one, such as excludeOutboundPorts.`);
  }
  for (const name of [...PORTS, ...RANGES]) {
    if (capture[name]?.length === 0) {
      throw new Error(`${place}: ${name} names none. Name at least one, or leave it out.`);
    }
  }
  PORTS.forEach(name => capture[name]?.forEach(port => requirePortIn(port, `${place}: ${name}`)));
  RANGES.forEach(name => capture[name]?.forEach(range => requireRange(range, `${place}: ${name}`)));
  if (capture.excludeInboundPorts?.includes(mainPort)) {
    throw new Error(`${place}: ${mainPort} is the main port of the service, at which nothing of the mesh would hold. Leave it out of excludeInboundPorts.`);
  }
  return structuredClone(capture);
}

function requirePortIn(port: number, name: string): void {
  if (!isPort(port)) {
    throw new Error(`${name} cannot hold ${port}. Say whole numbers from 1 to 65535.`);
  }
}
