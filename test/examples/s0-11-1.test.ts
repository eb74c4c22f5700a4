import { load } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const rendered = renderedBy('examples/S0-11.1/main.ts');

// The document says the name of the cluster alone.
test.each(['1', '2'])('[F120] cluster-%s has all three names, for istioctl and for Helm', number => {
  const values = load(`global: {meshID: mesh1, multiCluster: {clusterName: cluster-${number}}, network: network${number}}`);
  const meshConfig = { pathNormalization: { normalization: 'DECODE_AND_MERGE_SLASHES' } };
  expect(load(rendered[`cluster-${number}/install/istiod-values.yaml`])).toEqual({ ...values as object, meshConfig });
  expect((load(rendered[`cluster-${number}/install/istio-operator.yaml`]) as any).spec).toEqual({ meshConfig, values });
});

test.each(['1', '2'])('[F124] what can read cluster-%s is a command, and in no file', number => {
  const page = rendered[`cluster-${number}/RUNBOOK.md`];
  expect(page).toContain(`istioctl create-remote-secret --context="$THIS_CLUSTER" --name=cluster-${number} | kubectl apply -f - --context="$OTHER_CLUSTER"`);
  expect(Object.values(rendered).filter(text => /kind: Secret/.test(text))).toEqual([]);
});
