import { isPort } from '../mesh/private/hosts/ports';

/** What comes to pods, or leaves them, and passes a filter. */
export class WasmTraffic {
  /** What comes in. @param ports those that the pods listen at; without one, all @throws when one is no port, or named twice */
  public static inbound(...ports: number[]): WasmTraffic {
    return new WasmTraffic('SERVER', distinctPorts(ports, 'WasmTraffic.inbound'));
  }

  /** What the pods send. @param ports those that they call; without one, all @throws when one is no port, or named twice */
  public static outbound(...ports: number[]): WasmTraffic {
    return new WasmTraffic('CLIENT', distinctPorts(ports, 'WasmTraffic.outbound'));
  }

  /** @internal */
  public readonly _mode: 'CLIENT' | 'SERVER';
  /** @internal */
  public readonly _ports: readonly number[];

  private constructor(mode: 'CLIENT' | 'SERVER', ports: readonly number[]) {
    this._mode = mode;
    this._ports = ports;
  }
}

function distinctPorts(ports: readonly number[], call: string): readonly number[] {
  const wrong = ports.find(port => !isPort(port));
  if (wrong !== undefined) {
    throw new Error(`${call}: ${wrong} is not a valid port. Use a whole number from 1 to 65535.`);
  }
  const twice = ports.find((port, index) => ports.indexOf(port) !== index);
  if (twice !== undefined) {
    throw new Error(`${call}: ${twice} is listed twice. List each port once.`);
  }
  return [...ports];
}
