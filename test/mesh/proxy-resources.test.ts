import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import { ProxyResources, ProxyResourcesOptions } from '../../lib/mesh/proxy-resources';

const GIVEN = { cpu: Cpu.millis(100), memory: Size.mebibytes(128) };

test('[F113] the usual sizes are those of the canonical profiles', () => {
  const { SMALL, TIGHT, STANDARD, LARGE } = ProxyResources;
  expect([SMALL, TIGHT, STANDARD, LARGE].map(({ _intent: { cpu, memory, cpuLimit, memoryLimit } }) => `${cpu}/${memory}-${cpuLimit}/${memoryLimit}`)).toEqual([
    '50m/64Mi-200m/256Mi', '100m/128Mi-200m/256Mi', '100m/128Mi-500m/512Mi', '100m/128Mi-2000m/1024Mi',
  ]);
});

test('sizes of one\'s own may leave out limits, and use any unit', () => {
  expect(ProxyResources.of(GIVEN)._intent).toEqual({ cpu: '100m', memory: '128Mi' });
  expect(ProxyResources.of({ cpu: Cpu.units(0.29), memory: Size.gibibytes(1), cpuLimit: Cpu.units(2) })._intent).toEqual({ cpu: '290m', memory: '1024Mi', cpuLimit: '2000m' });
});

test('what is given may be all that may be taken', () => {
  expect(ProxyResources.of({ ...GIVEN, cpuLimit: Cpu.millis(100), memoryLimit: Size.mebibytes(128) })._intent).toEqual({
    cpu: '100m', memory: '128Mi', cpuLimit: '100m', memoryLimit: '128Mi',
  });
});

const THOUSANDTHS = 'Use whole millicores, at least one, such as Cpu.millis(100).';
const MEBIBYTES = 'Use whole mebibytes, at least one, such as Size.mebibytes(128).';

test.each<[string, Partial<ProxyResourcesOptions>]>([
  [`cpu cannot be 0m. ${THOUSANDTHS}`, { cpu: Cpu.millis(0) }],
  [`cpu cannot be 0.5m. ${THOUSANDTHS}`, { cpu: Cpu.millis(0.5) }],
  [`cpu cannot be 0.0005. ${THOUSANDTHS}`, { cpu: Cpu.units(0.0005) }],
  [`cpu cannot be -1. ${THOUSANDTHS}`, { cpu: Cpu.units(-1) }],
  [`cpuLimit cannot be NaN. ${THOUSANDTHS}`, { cpuLimit: Cpu.units(Number.NaN) }],
  [`memory cannot be 0.3Mi. ${MEBIBYTES}`, { memory: Size.mebibytes(0.3) }],
  [`memory cannot be 0Mi. ${MEBIBYTES}`, { memory: Size.mebibytes(0) }],
  [`memoryLimit cannot be 1500Ki. ${MEBIBYTES}`, { memoryLimit: Size.kibibytes(1500) }],
  ['cpu 100m is more than cpuLimit 50m, which Kubernetes rejects. Raise the limit, or request less.', { cpuLimit: Cpu.millis(50) }],
  ['memory 128Mi is more than memoryLimit 64Mi, which Kubernetes rejects. Raise the limit, or request less.', { memoryLimit: Size.mebibytes(64) }],
])('fails: %s', (problem, options) => {
  expect(() => ProxyResources.of({ ...GIVEN, ...options })).toThrow(new Error(`ProxyResources.of: ${problem}`));
});
