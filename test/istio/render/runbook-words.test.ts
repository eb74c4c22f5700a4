import { IstioRelease } from '../../../lib/istio/istio-release';
import { runbookWords } from '../../../lib/istio/render/runbook-words';

test.each([
  [IstioRelease.V1_26, '; with Istio 1.26 only where whoever installed it has said so;'],
  [IstioRelease.V1_27, '. So it is by default with Istio 1.27, if the nodes have Kubernetes 1.33 or later;'],
])('[F010] where the proxy is listed depends on the release: %s', (release, sentence) => {
  expect(runbookWords(release).proxies!.text).toContain(`\`app\` is alone among the containers${sentence}`);
});
