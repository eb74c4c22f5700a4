import { CaptureMode } from '../../lib/mesh/capture-mode';

test('[F114] the modes are those that Istio\'s injector knows and that lead connections through the proxy', () => {
  expect(Object.values(CaptureMode)).toEqual(['REDIRECT', 'TPROXY']);
});
