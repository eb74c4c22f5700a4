import { WasmTraffic } from '../../lib';

test.each<[string, () => WasmTraffic]>([
  ['WasmTraffic.inbound: 0 is not a valid port. Use a whole number from 1 to 65535.', () => WasmTraffic.inbound(80, 0)],
  ['WasmTraffic.outbound: 80 is listed twice. List each port once.', () => WasmTraffic.outbound(80, 443, 80)],
])('fails with "%s"', (problem, make) => {
  expect(make).toThrow(problem);
});
