import { emptyAuthenticationCheck } from '../../../../lib/inspect/checks/mesh/empty-authentication';
import { together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const authentication = (place: string, spec: string): string => (
  `{apiVersion: security.istio.io/v1, kind: RequestAuthentication, metadata: {${place}}, spec: {${spec}}}`
);
const rules = 'jwtRules: [{issuer: a, jwksUri: "https://a.example.com/keys"}]';
const [wide, whole] = [authentication('name: wide, namespace: shop', rules), authentication('name: mesh, namespace: istio-system', rules)];
const empty = authentication('name: orders, namespace: shop', 'selector: {matchLabels: {app: orders}}');
const says = (name: string): string[] => [`warning spec: without jwtRules this has no effect: RequestAuthentication ${name} still applies to the pods`];

ruleCases(emptyAuthenticationCheck, [
  ['one beside that of its namespace', together(wide, empty), says('shop/wide')],
  ['one beside that of the mesh', together(whole, empty), says('istio-system/mesh')],
  ['one for the whole namespace', together(whole, authentication('name: all, namespace: shop', 'jwtRules: []')), says('istio-system/mesh')],
], [
  ['one by itself', empty],
  ['one with rules', together(wide, authentication('name: orders, namespace: shop', `selector: {matchLabels: {app: orders}}, ${rules}`))],
  ['one beside that of other pods', together(authentication('name: web, namespace: shop', `selector: {matchLabels: {app: web}}, ${rules}`), empty)],
  ['one beside that of another namespace', together(authentication('name: web, namespace: web', rules), empty)],
]);
