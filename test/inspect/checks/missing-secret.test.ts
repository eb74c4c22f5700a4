import { missingSecret } from '../../../lib/inspect/checks/missing-secret';
import { kube, together } from '../../support/kube';
import { objectSet } from '../../support/object-set';

const certificate = kube('Certificate web/a', '{secretName: tls}');
const words = (yaml: string, isGuess = false): readonly string[] => {
  const { message, repair = '' } = missingSecret(objectSet(yaml, { assumed: ['Secret ops/said'] }), {
    name: yaml === '' ? 'said' : 'tls', places: ['edge'], beside: 'shop', isGuess,
  });
  return [message, repair];
};

test.each([
  ['nowhere', kube('Secret shop/other'), 'the input has no Secret tls in edge, where the gateway pods look for it'],
  ['beside the Gateway', together(kube('Secret ops/tls'), kube('Secret shop/tls')), 'the Secret tls is in shop, next to the Gateway, and not in edge, where the gateway pods look for it'],
  ['elsewhere', together(certificate, kube('Secret ops/tls')), 'the Secret tls is in ops, and not in edge, where the gateway pods look for it'],
  ['made elsewhere', certificate, 'Certificate web/a creates the Secret tls in web, and not in edge, where the gateway pods look for it'],
  ['said to be elsewhere', '', 'the Secret said is in ops, and not in edge, where the gateway pods look for it'],
])('a Secret is %s', (_, yaml, message) => {
  expect(words(yaml)[0]).toBe(message);
});

test.each([
  ['to be moved from beside the Gateway', 'shop', false, "move the Secret, or what creates it, to edge, or pass --assume 'Secret edge/tls' if it is created elsewhere"],
  ['to be put there', 'web', false, "add the Secret, or what creates it, to edge, or pass --assume 'Secret edge/tls' if it is created elsewhere"],
  [
    'to be put there, if the pods are there', 'web', true,
    "add the Secret, or what creates it, to edge, pass --assume 'Secret edge/tls' if it exists, or include the Deployment of the gateway if it runs elsewhere",
  ],
])('a Secret is %s', (_, namespace, isGuess, repair) => {
  expect(words(kube(`Secret ${namespace}/tls`), isGuess)[1]).toBe(repair);
});
